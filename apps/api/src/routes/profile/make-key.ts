import { makeApiKey } from '../../auth/api-keys.ts';
import { contract, recentlySignedIn } from '../implement.ts';

export default contract.profile.makeKey.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { id, key, expiresAt } = await makeApiKey(db, recentlySignedIn(context), input, now());
  return { id, key, expiresAt: expiresAt.toISOString() };
});
