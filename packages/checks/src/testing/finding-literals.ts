import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import { ACCOUNT, answered, evidence, everywhere, hoursAgo } from './evidence.ts';

/** One finding as it is stored. */
export type Finding = EvidenceValue<'guardduty.findings'>[number];

/** A day in seconds. */
export const day = 24 * 3600;

/** An open finding of severity 8 of this account, two hours old, with changes. */
export function found(Id: string, changes: Partial<Finding> = {}): Finding {
  return {
    Id,
    AccountId: ACCOUNT,
    Severity: 8,
    Type: 'CryptoCurrency:EC2/BitcoinTool.B',
    CreatedAt: hoursAgo(2),
    Archived: false,
    Sample: false,
    ...changes,
  };
}

/** The same finding without a field. */
export function without(field: keyof Finding): Finding {
  const { [field]: _gone, ...rest } = found('1');
  return { Id: '1', Sample: false, ...rest };
}

/** One detector of a region in this state with these findings. */
export function detector(
  region: string,
  Status: string,
  ...findings: Finding[]
): EvidenceReading[] {
  return [
    answered('guardduty.detectors', [region], region),
    answered('guardduty.detector', { Status }, { region, resource: region }),
    answered('guardduty.findings', findings, { region, resource: region }),
  ];
}

/** The same findings in every region. */
export function watched(...findings: Finding[]) {
  return evidence(everywhere((region) => detector(region, 'ENABLED', ...findings)));
}

/** Nothing found anywhere but in Ireland. */
export function ireland(...readings: EvidenceReading[]) {
  return evidence(
    everywhere((region) => detector(region, 'ENABLED')),
    readings,
  );
}

/** Ireland’s detector. */
export const spot = { region: 'eu-west-1', resource: 'eu-west-1' };
/** No detector anywhere. */
export const noDetectors = everywhere((region) => answered('guardduty.detectors', [], region));
