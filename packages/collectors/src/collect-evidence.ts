import {
  DomainError,
  GLOBAL,
  regionList,
  type Evidence,
  type EvidenceId,
  type EvidenceReading,
  type ScanProgress,
} from '@ippo/contracts';
import { instant } from './clock.ts';
import { scopeOf } from './define-collector.ts';
import { evidenceOf } from './evidence-of.ts';
import { takeIdentity } from './identify.ts';
import { openPlan, type Plan } from './plan.ts';
import { openProgress } from './progress.ts';
import { registry } from './registry.ts';
import { openRun, type Run } from './run.ts';
import { openScanEnd } from './scan-end.ts';
import type { AwsSession } from './session.ts';

export type CollectOptions = {
  /** Region codes to ask; an enabled region left out gets readings with the reason `not-asked`. */
  regions?: readonly string[];
  signal?: AbortSignal;
  onProgress?: (progress: ScanProgress) => void;
  /** For the whole scan; what is not answered by then becomes `not-asked`. */
  budgetMs?: number;
};

/** Made before everything else, in this order. */
const first: readonly EvidenceId[] = ['sts.caller-identity', 'account.regions', 'ec2.regions'];

/**
 * Reads an account. Refusals are part of what it returns; it throws only a `DomainError`
 * (`no-credentials`, `credentials-refused`, `aws-unreachable`; through a role also what `identify` names), or
 * the signal's reason where the scan was cancelled before AWS said whose account this is.
 */
export async function collectEvidence(
  session: AwsSession,
  options: CollectOptions = {},
): Promise<Evidence> {
  const startedAt = instant(session.clock.now());
  const end = openScanEnd(options.signal, options.budgetMs ?? session.limits.scanMs);
  const progress = openProgress(options.onProgress);
  const run = openRun(session, end.signal, progress.watch);
  try {
    const { identity, taken } = await takeIdentity(run, options.signal);
    const plan = openPlan(run, identity.account, progress, () => recheckIdentity(run, end.stop));
    plan.add(taken);
    const asked = await askedRegions(plan, identity.partition, options.regions);
    await takeTheRest(plan, asked);
    await plan.recheck();
    const ended = end.how();
    return evidenceOf(session, {
      identity,
      startedAt,
      ended,
      taken: plan.taken(),
      skews: run.skews,
    });
  } finally {
    end.close();
    run.close();
    progress.finish();
  }
}

/** The regions that may be asked and those that this run leaves out, from AWS's own list (checks.md 0.3). */
export async function askedRegions(
  plan: Plan,
  partition: string,
  only: readonly string[] | undefined,
) {
  const target = { region: GLOBAL };
  const account = await plan.take(registry['account.regions'], target);
  const ec2 = account.readable ? undefined : await plan.take(registry['ec2.regions'], target);
  const { regions } = regionList(
    account as EvidenceReading<'account.regions'>,
    ec2 as EvidenceReading<'ec2.regions'> | undefined,
    partition,
  );
  const enabled = regions
    .filter(({ listed }) => listed === 'enabled' || listed === 'assumed')
    .map(({ name }) => name);
  return {
    asked: enabled.filter((name) => !only || only.includes(name)),
    leftOut: enabled.filter((name) => only && !only.includes(name)),
  };
}

/** Takes everything else, each reading as soon as the one it hangs on is there. */
export async function takeTheRest(
  plan: Plan,
  { asked, leftOut }: { asked: string[]; leftOut: string[] },
): Promise<void> {
  const rest = Object.values(registry).filter(({ evidence }) => !first.includes(evidence));
  const roots = rest.filter(({ after }) => !after);
  const regional = roots.filter(({ evidence }) => scopeOf(evidence) === 'region');
  for (const collector of regional)
    for (const region of leftOut) plan.leaveOut(collector, { region });
  await Promise.all(
    roots.flatMap((collector) =>
      (scopeOf(collector.evidence) === 'region' ? asked : [GLOBAL]).map((region) =>
        plan.follow(collector, { region }, asked),
      ),
    ),
  );
}

/** After the first expired token: are the credentials good at all? If not, nothing more is sent. */
async function recheckIdentity(run: Run, stop: () => void): Promise<void> {
  await takeIdentity(run).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code === 'aws-unreachable') return;
    stop();
    // Through a role it says more: which role, and who is no longer trusted.
    throw run.session.account === undefined
      ? new DomainError('credentials-refused', {}, error)
      : error;
  });
}
