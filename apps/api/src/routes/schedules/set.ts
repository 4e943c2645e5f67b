import { setSchedule } from '../../scan/set-schedule.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { scheduleAsShown } from './as-shown.ts';

export default contract.schedules.set.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const stored = await setSchedule(db, scopeOf(context), input, signedIn(context).userId, at);
  return scheduleAsShown(input.target, stored, at);
});
