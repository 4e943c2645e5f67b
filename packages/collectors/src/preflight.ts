import {
  evidenceIds,
  GLOBAL,
  type EvidenceReading,
  type PermissionResult,
  type Preflight,
} from '@ippo/contracts';
import { askedRegions, takeTheRest } from './collect-evidence.ts';
import { instant } from './clock.ts';
import { actionOf, needsPermission } from './iam-actions.ts';
import { takeIdentity } from './identify.ts';
import { onePerOperation } from './one-per-operation.ts';
import { actionsOf, operations } from './operations.ts';
import { openPlan } from './plan.ts';
import { openProgress } from './progress.ts';
import { sameErrorName } from './reading-reasons.ts';
import { registry } from './registry.ts';
import { openRun } from './run.ts';
import { openScanEnd } from './scan-end.ts';
import type { AwsSession } from './session.ts';
import type { Taken } from './take-reading.ts';

/** AWS checks the permission before it finds these out, so they prove it (IAM API, S3 API). */
const permittedErrors = [
  'ReportInProgress',
  'ReportNotPresent',
  'ReportExpired',
  'CredentialReportNotReadyException',
  'CredentialReportNotPresentException',
  'CredentialReportExpiredException',
  'NoSuchBucket',
];

/**
 * Tries what a scan would ask: one real call of each operation in the start region and one other. Throws as
 * `collectEvidence` does where AWS does not say whose account this is.
 */
export async function preflight(session: AwsSession, signal?: AbortSignal): Promise<Preflight> {
  const end = openScanEnd(signal, session.limits.scanMs);
  const run = { ...openRun(session, end.signal), mayAsk: onePerOperation() };
  try {
    const { identity, taken } = await takeIdentity(run);
    const plan = openPlan(run, identity.account, openProgress(undefined), async () => {});
    plan.add(taken);
    const { asked } = await askedRegions(plan, identity.partition, undefined);
    if (!plan.taken().some(({ reading }) => reading.type === 'ec2.regions'))
      await plan.take(registry['ec2.regions'], { region: GLOBAL });
    const { startRegion } = session;
    const otherRegion = asked.toSorted().find((name) => name !== startRegion) ?? null;
    const regions = asked.filter((name) => name === startRegion || name === otherRegion);
    await takeTheRest(plan, { asked: regions, leftOut: [] });
    return {
      account: identity.account,
      caller: identity.arn,
      at: instant(session.clock.now()),
      startRegion,
      otherRegion,
      permissions: permissionsOf(plan.taken()),
    };
  } finally {
    end.close();
    run.close();
  }
}

function permissionsOf(taken: readonly Taken[]): PermissionResult[] {
  const actions = [...new Set(operations.filter(needsPermission).map(actionOf))].toSorted();
  return actions.map((action) => {
    const tried = taken
      .flatMap(({ reading, calls }) =>
        calls
          .filter((call) => actionOf(call.operation) === action)
          .map(({ region, outcome }) => ({
            region,
            outcome: isPermitted(reading, action) ? ('answered' as const) : outcome,
          })),
      )
      .toSorted((a, b) => (a.region < b.region ? -1 : 1));
    const refused = tried.find(({ outcome }) => outcome !== 'answered');
    const unlocks = evidenceIds.filter((id) => actionsOf(id).includes(action));
    if (!refused || refused.outcome === 'answered')
      return { action, result: tried.length > 0 ? 'granted' : 'not-tried', tried, unlocks };
    const refusal = { reason: refused.outcome, region: refused.region };
    return { action, result: 'refused', refusal, tried, unlocks };
  });
}

function isPermitted(reading: EvidenceReading, action: string): boolean {
  if (reading.readable || reading.action !== action) return false;
  return permittedErrors.some((name) => sameErrorName(name, reading.detail ?? ''));
}
