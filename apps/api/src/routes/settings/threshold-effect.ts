import { tryThresholds } from '../../scan/try-thresholds.ts';
import { contract, scopeOf } from '../implement.ts';

export default contract.settings.thresholdEffect.handler(({ input, context }) => {
  const { db, now } = context.services;
  return tryThresholds(db, scopeOf(context), input, now());
});
