import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import { answered, evidence, everywhere } from './evidence.ts';

/** One detector as it is stored. */
export type Detector = EvidenceValue<'guardduty.detector'>;
/** A detector’s features. */
export type Features = NonNullable<Detector['Features']>;

/** The six plans. */
export const plans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
];
/** Three regions with six plans each, and the region that is not enabled. */
export const EVERY = 3 * 6 + 1;

/** AWS's answer with these plans in this state, beside what is always on. */
export function features(names: readonly string[], Status = 'ENABLED'): Features {
  return ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS', 'AI_PROTECTION']
    .map((Name): Features[number] => ({ Name, Status: 'ENABLED' }))
    .concat(names.map((Name) => ({ Name, Status })));
}

/** All plans but one. */
export function butOf(plan: string): string[] {
  return plans.filter((name) => name !== plan);
}

/** One region with these detectors. */
export function detectors(region: string, ...values: Detector[]): EvidenceReading[] {
  const id = (at: number) => `${region}-${at}`;
  return [
    answered(
      'guardduty.detectors',
      values.map((_, at) => id(at)),
      region,
    ),
    ...values.map((value, at) =>
      answered('guardduty.detector', value, { region, resource: id(at) }),
    ),
  ];
}

/** A detector that watches with these features. */
export const on = (Features: Features): Detector => ({ Status: 'ENABLED', Features });
/** A detector that watches nothing. */
export const suspended: Detector = { Status: 'DISABLED', Features: features(plans, 'DISABLED') };
/** A detector with every plan. */
export const allOn = on(features(plans));

/** The same detectors in every region. */
export function everyRegion(...values: Detector[]) {
  return evidence(everywhere((region) => detectors(region, ...values)));
}

/** All plans are on everywhere but in Ireland. */
export function ireland(...readings: EvidenceReading[]) {
  return evidence(
    everywhere((region) => detectors(region, allOn)),
    readings,
  );
}

/** The older form of the answer. */
export const legacy: Detector = {
  Status: 'ENABLED',
  DataSources: {
    S3Logs: { Status: 'ENABLED' },
    Kubernetes: { AuditLogs: { Status: 'ENABLED' } },
    MalwareProtection: {
      ScanEc2InstanceWithFindings: { EbsVolumes: { Status: 'ENABLED' } },
    },
  },
};
