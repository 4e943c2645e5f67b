import { rename } from '../../store/people.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.rename.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  await rename(db, signedIn(context).userId, input.name, now());
  return { done: true as const };
});
