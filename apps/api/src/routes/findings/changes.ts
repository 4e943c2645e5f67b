import { DomainError, type ChangedFinding } from '@ippo/contracts';
import { instantsIn } from '../../store/findings/finding-instants.ts';
import { readSummaryPair, readTransitions } from '../../store/findings/scan-transitions.ts';
import { settingsDiffer } from '../../store/findings/trend.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.changes.handler(async ({ input, context }) => {
  const { services } = context;
  const scope = scopeOf(context);
  await services.scans.read(input.id, scope);
  const pair = await readSummaryPair(services.db, scope, input.id);
  if (!pair) throw new DomainError('no-report');
  const { summary, before } = pair;
  const { findings, next } = await readTransitions(services.db, summary, input.cursor);
  const checks = findings.map(({ check }) => check);
  const now = await instantsIn(services.db, summary.judgement, checks);
  const then = before && (await instantsIn(services.db, before.judgement, checks));
  return {
    before: before && { scanId: before.scanId, at: before.at.toISOString() },
    rulesDiffer: before !== null && before.catalogueDigest !== summary.catalogueDigest,
    settingsDiffer: before !== null && settingsDiffer(before, summary),
    counts: summary.changes,
    findings: findings.map((finding) => ({
      ...finding,
      before: told(finding.before, finding, then),
      after: told(finding.after, finding, now),
    })),
    next,
  };
});

type Side = ChangedFinding['before'];

/** One side of a change with the instants that its scan told. */
function told(
  side: Side,
  { fingerprint }: ChangedFinding,
  reasonOf: Awaited<ReturnType<typeof instantsIn>> | null,
): Side {
  return side && reasonOf ? { ...side, reason: reasonOf(fingerprint, side.reason) } : side;
}
