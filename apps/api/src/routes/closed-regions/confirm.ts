import { confirmClosedRegion } from '../../scan/closed-regions.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.closedRegions.confirm.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { db, now } = context.services;
  const { id, region, reason } = input;
  const by = { id: userId, name };
  return confirmClosedRegion(db, { scanId: id, region, reason }, by, now());
});
