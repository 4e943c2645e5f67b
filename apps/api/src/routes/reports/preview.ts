import type { ReportPreview } from '@ippo/contracts';
import { readPreview } from '../../reports/read-preview.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.reports.preview.handler(async ({ input, context, signal }) => {
  const { services } = context;
  const { name, scope } = signedIn(context);
  const { reports: work, version, now } = services;
  const maker = { reader: scope, name, at: now(), version };
  const shown: ReportPreview = await readPreview({ ...services, work }, input, maker, signal);
  return shown;
});
