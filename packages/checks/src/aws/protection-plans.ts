import type { DetectorValue } from './guardduty-detectors.ts';

/** GuardDuty's protection plans by the name of their feature (GuardDuty API `DetectorFeatureResult`). */
export const protectionPlans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
] as const;
export type ProtectionPlan = (typeof protectionPlans)[number];

/** `absent`: the region's list of features lacks the plan; `unclear`: the answer does not tell. */
export type PlanState = 'on' | 'unclear' | 'off' | 'absent';

/** The older name excludes the newer: an account has one of the two switched on. */
const olderNames: Partial<Record<ProtectionPlan, string>> = {
  RUNTIME_MONITORING: 'EKS_RUNTIME_MONITORING',
};

/**
 * A plan's state. An empty list of features is no list: a detector always has those that need no switch, so
 * the older `DataSources` stands in as it does where the list is missing.
 */
export function planState(detector: DetectorValue, plan: ProtectionPlan): PlanState {
  const features = detector.Features ?? [];
  if (features.length === 0) return fromDataSources(detector, plan);
  const names = [plan, olderNames[plan]];
  const named = features.filter(({ Name }) => names.includes(Name?.toUpperCase()));
  const states = named
    .filter(({ Name }) => Name !== undefined)
    .map(({ Status }) => stateOf(Status));
  const nameless = features.some(({ Name }) => Name === undefined);
  return bestState([...states, nameless ? 'unclear' : 'absent']);
}

/** Best first: what is on under one name or in one detector is on. */
const ranking: readonly PlanState[] = ['on', 'unclear', 'off', 'absent'];

/** The state that speaks for several. */
export function bestState(states: readonly PlanState[]): PlanState {
  return ranking.find((state) => states.includes(state)) ?? 'unclear';
}

function fromDataSources({ DataSources }: DetectorValue, plan: ProtectionPlan): PlanState {
  if (plan === 'S3_DATA_EVENTS') return stateOf(DataSources?.S3Logs?.Status);
  if (plan === 'EKS_AUDIT_LOGS') return stateOf(DataSources?.Kubernetes?.AuditLogs?.Status);
  if (plan !== 'EBS_MALWARE_PROTECTION') return 'unclear';
  return stateOf(DataSources?.MalwareProtection?.ScanEc2InstanceWithFindings?.EbsVolumes?.Status);
}

function stateOf(status: string | undefined): PlanState {
  if (status?.toUpperCase() === 'ENABLED') return 'on';
  return status?.toUpperCase() === 'DISABLED' ? 'off' : 'unclear';
}
