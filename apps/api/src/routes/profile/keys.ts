import { listKeys } from '../../store/people-keys.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.keys.handler(async ({ context }) => {
  const keys = await listKeys(context.services.db, signedIn(context).userId);
  return {
    keys: keys.map(({ id, name, scope, ending, createdAt, expiresAt, lastUsedAt }) => ({
      ...{ id, name, scope, ending },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  };
});
