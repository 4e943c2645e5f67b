import type { EvidenceValue } from '@ippo/contracts';
import { answered } from './evidence.ts';

export type Group = NonNullable<EvidenceValue<'config.recorders'>[number]['recordingGroup']>;

/** The four types that one region records for the account. */
export const iam = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'];

/** A recorder called `default` with this group; `recording` null leaves its status out. */
export function recorder(
  region: string,
  recordingGroup: Group | null,
  recording: boolean | null = true,
  name = 'default',
) {
  return [
    answered('config.recorders', [{ name, ...(recordingGroup ? { recordingGroup } : {}) }], region),
    answered('config.recorder-status', recording === null ? [] : [{ name, recording }], region),
  ];
}

export const withIam: Group = { allSupported: true, includeGlobalResourceTypes: true };
export const withoutIam: Group = { allSupported: true, includeGlobalResourceTypes: false };
export const only = (...resourceTypes: string[]): Group => ({
  allSupported: false,
  resourceTypes,
  recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
});
export const allBut = (...resourceTypes: string[]): Group => ({
  allSupported: false,
  exclusionByResourceTypes: { resourceTypes },
  recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
});
