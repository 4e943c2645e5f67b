import { DomainError } from '@ippo/contracts';
import { isZone } from '../../scan/schedule-times.ts';
import { setTimeZone } from '../../store/people.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.setTimeZone.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { timeZone } = input;
  if (timeZone !== null && !isZone(timeZone))
    throw new DomainError('time-zone-unknown', { zone: timeZone });
  await setTimeZone(db, signedIn(context).userId, timeZone, now());
  return { done: true as const };
});
