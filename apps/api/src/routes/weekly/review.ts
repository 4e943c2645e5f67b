import { reviewWeek } from '../../store/weekly/review-week.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { accountAsked } from './week-asked.ts';

export default contract.weekly.review.handler(async ({ input, context }) => {
  const { userId, name } = signedIn(context);
  const { db, now } = context.services;
  const { week, note, ...asked } = input;
  const account = await accountAsked(db, scopeOf(context), asked);
  const by = { id: userId, name };
  return reviewWeek(db, account, { week, zone: asked.zone, now: now() }, { by, note });
});
