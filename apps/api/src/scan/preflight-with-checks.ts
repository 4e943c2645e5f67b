import { catalogue } from '@ippo/checks';
import { preflight, type AwsSession } from '@ippo/collectors';
import type { PreflightWithChecks } from '@ippo/contracts';

/** Tries what a scan would ask, and says which checks stay unknown without each permission. */
export async function preflightWithChecks(session: AwsSession): Promise<PreflightWithChecks> {
  const found = await preflight(session);
  return {
    ...found,
    permissions: found.permissions.map((permission) => ({
      ...permission,
      checks: checksBehind(permission.unlocks),
    })),
  };
}

function checksBehind(evidence: readonly string[]): string[] {
  return catalogue.checks
    .filter((check) => check.requires.some((id) => evidence.includes(id)))
    .map((check) => check.id);
}
