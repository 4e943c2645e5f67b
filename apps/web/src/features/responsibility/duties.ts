import type { StepId } from '@ippo/contracts';

/** Something that stays the customer's whatever AWS does, as the course and AWS's own model have it. */
export type Duty = {
  id:
    | 'accounts'
    | 'root'
    | 'people'
    | 'record'
    | 'detect'
    | 'data'
    | 'systems'
    | 'network'
    | 'code';
  /** What Ippo judges of it; both empty where it judges nothing. */
  steps: readonly StepId[];
  checks: readonly string[];
};

/** In the order of the course's measures; what Ippo does not look at comes last. */
export const duties: readonly Duty[] = [
  { id: 'accounts', steps: ['own-accounts'], checks: ['org-member', 'org-all-features'] },
  {
    id: 'root',
    steps: ['root-mfa', 'root-access-key', 'root-unused'],
    checks: ['root-signing-cert'],
  },
  { id: 'people', steps: [], checks: ['iam-individual-users', 'iam-user-mfa'] },
  {
    id: 'record',
    steps: ['trail', 'config'],
    checks: ['ct-mgmt-events', 'ct-log-validation', 'ct-bucket-public', 'cfg-delivery'],
  },
  { id: 'detect', steps: ['guardduty'], checks: ['gd-findings', 'gd-features', 'gd-notify'] },
  { id: 'data', steps: [], checks: [] },
  { id: 'systems', steps: [], checks: [] },
  { id: 'network', steps: [], checks: [] },
  { id: 'code', steps: [], checks: [] },
];

/** Whether Ippo looks at a duty at all. */
export function isJudged({ steps, checks }: Duty): boolean {
  return steps.length + checks.length > 0;
}
