import type { EvidenceId } from '@ippo/contracts';
import { actionsOf } from './operations.ts';
import { policyTemplate } from './policy-cloudformation.ts';
import { policyHcl } from './policy-terraform.ts';
import { registry } from './registry.ts';

/** How the policy can be written. */
export const policyFormats = ['json', 'cloudformation', 'terraform'] as const;
export type PolicyFormat = (typeof policyFormats)[number];

/** One statement of the policy: a tier and the IAM actions that its collectors need, sorted. */
export type Statement = { sid: string; actions: readonly string[] };

const write: Readonly<Record<PolicyFormat, (statements: readonly Statement[]) => string>> = {
  json: policyJson,
  cloudformation: policyTemplate,
  terraform: policyHcl,
};

/**
 * The least-privilege policy, from what the collectors declare. `sts:GetCallerIdentity` is left out because
 * AWS answers it to everybody. None of the actions can be limited to single resources before their names
 * are known, hence `*`.
 */
export function renderPolicy(format: PolicyFormat): string {
  return write[format](statements());
}

/** What each tier needs. */
export function statements(): Statement[] {
  const tiers = Map.groupBy(Object.values(registry), ({ tier }) => tier);
  return [...tiers].map(([tier, collectors]) => ({
    sid: sidOf(tier),
    actions: actionsIn(collectors.map(({ evidence }) => evidence)),
  }));
}

function actionsIn(evidence: readonly EvidenceId[]): string[] {
  return [...new Set(evidence.flatMap(actionsOf))].toSorted();
}

/** `first-steps` as `IppoFirstSteps`: a Sid has letters and digits only. */
function sidOf(tier: string): string {
  return `Ippo-${tier}`.replaceAll(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase());
}

function policyJson(list: readonly Statement[]): string {
  const policy = {
    Version: '2012-10-17',
    Statement: list.map(({ sid, actions }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: '*',
    })),
  };
  return `${JSON.stringify(policy, null, 2)}\n`;
}
