import { readScannable } from '../../store/connections.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';

export default contract.scans.start.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { db, scans } = context.services;
  await readScannable(db, scopeOf(context), input.target);
  return scans.start(input.target, { id: userId, name });
});
