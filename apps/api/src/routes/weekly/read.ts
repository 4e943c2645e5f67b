import { isoWeekOf } from '@ippo/contracts';
import { readWeek } from '../../store/weekly/read-week.ts';
import { contract, scopeOf } from '../implement.ts';
import { accountAsked } from './week-asked.ts';

export default contract.weekly.read.handler(async ({ input, context }) => {
  const { db, now: clock } = context.services;
  const { week, ...asked } = input;
  const account = await accountAsked(db, scopeOf(context), asked);
  const now = clock();
  const { zone } = asked;
  return readWeek(db, account, { week: week ?? isoWeekOf(now, zone), zone, now });
});
