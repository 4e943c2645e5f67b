import { recordingGroup, type Recorder } from './config-recorders.ts';
import type { Told } from './root-user.ts';

/** The global IAM types, which one region records for the whole account (Config Developer Guide). */
export const iamTypes = [
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
] as const;

/**
 * Regions where Config was available before February 2022: only these can record the IAM types (AWS Config
 * Developer Guide, *Recording AWS Resources*, "Regional and global resources", which names those that cannot:
 * Hyderabad, Melbourne, Calgary, Spain, Zurich, Tel Aviv, UAE). A region that nobody listed here is newer.
 */
const recordingRegions: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'cn-north-1',
  'cn-northwest-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]);

/** Whether AWS Config can record the IAM types in a region at all. */
export function canRecordIamTypes(region: string): boolean {
  return recordingRegions.has(region);
}

/** Whether a resource type is one of the four, in any case of letters. */
export function isIamType(type: string): boolean {
  return iamTypes.some((one) => one.toLowerCase() === type.toLowerCase());
}

/** Whether a recorder, once recording, keeps all four IAM types. */
export function includesIamTypes(recorder: Recorder): Told {
  const group = recordingGroup(recorder);
  if (!group) return null;
  if (group.kind === 'all') return group.iamTypes;
  if (group.kind === 'all-but') return !group.types.some(isIamType);
  if (group.types === null) return null;
  const included = new Set(group.types.map((type) => type.toLowerCase()));
  return iamTypes.every((type) => included.has(type.toLowerCase()));
}
