import { reopenRegion } from '../../scan/closed-regions.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.closedRegions.end.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { db, now } = context.services;
  return reopenRegion(db, input.id, { id: userId, name }, now());
});
