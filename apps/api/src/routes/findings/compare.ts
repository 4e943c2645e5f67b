import { compareScans } from '../../scan/compare-scans.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.findings.compare.handler(async ({ input, context }) => {
  const scope = scopeOf(context);
  const { from, to, ...found } = await compareScans(context.services, scope, input);
  return {
    account: to.report.account,
    source: to.report.source,
    from: { scanId: from.scan.id, at: from.report.finishedAt },
    to: { scanId: to.scan.id, at: to.report.finishedAt },
    ...found,
  };
});
