import { DomainError } from '@ippo/contracts';
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
  return {
    before: before && { scanId: before.scanId, at: before.at.toISOString() },
    rulesDiffer: before !== null && before.catalogueDigest !== summary.catalogueDigest,
    settingsDiffer: before !== null && settingsDiffer(before, summary),
    counts: summary.changes,
    ...{ findings, next },
  };
});
