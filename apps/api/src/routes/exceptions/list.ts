import { asShown, readExceptionPage } from '../../exceptions/list-exceptions.ts';
import { readExceptionRules } from '../../exceptions/make-exception.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.exceptions.list.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const { userId } = signedIn(context);
  const scans = await newestScans(db, scopeOf(context), input);
  const { rows, ...page } = await readExceptionPage(db, scans, input, at);
  return {
    source: scans[0]?.source.kind ?? null,
    exceptions: await asShown(db, rows, { at, userId }),
    ...page,
    rules: await readExceptionRules(db),
  };
});
