import { actionsOf } from './operations.ts';
import { registry } from './registry.ts';
import type { EvidenceId } from '@ippo/contracts';

/** How a policy can be written. */
export const policyFormats = ['json', 'cloudformation', 'terraform'] as const;
export type PolicyFormat = (typeof policyFormats)[number];

/** The least-privilege policy as text; `sts:GetCallerIdentity` needs no permission and is left out. */
export function renderPolicy(_format: PolicyFormat): string {
  const actions = (Object.keys(registry) as EvidenceId[]).flatMap(actionsOf).toSorted();
  return JSON.stringify(actions);
}
