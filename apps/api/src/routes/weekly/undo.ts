import { undoWeekReview } from '../../store/weekly/review-week.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { accountAsked } from './week-asked.ts';

export default contract.weekly.undo.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const { week, ...asked } = input;
  const account = await accountAsked(db, scopeOf(context), asked);
  await undoWeekReview(db, account, { week, at: now() }, userId);
  return { undone: true as const };
});
