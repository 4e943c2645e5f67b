import { setThresholds } from '../../store/thresholds.ts';
import { contract, signedIn } from '../implement.ts';
import { heldThresholds } from './held-thresholds.ts';

export default contract.settings.setThresholds.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  await setThresholds(db, input, { at: now(), by: signedIn(context).userId });
  return heldThresholds(db);
});
