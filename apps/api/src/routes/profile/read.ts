import { DomainError } from '@ippo/contracts';
import { passkeysPossibleAt } from '../../auth/passkey-address.ts';
import { listPasskeys } from '../../store/people-passkeys.ts';
import { readPasswordHash } from '../../store/people-passwords.ts';
import { readPerson } from '../../store/people.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.profile.read.handler(async ({ context }) => {
  const { userId, name, email, role, recentUntil } = signedIn(context);
  const { db, auth } = context.services;
  const person = await readPerson(db, userId);
  if (!person) throw new DomainError('sign-in-required');
  const codes = person.twoFactorEnabled
    ? await auth.api.viewBackupCodes({ body: { userId } })
    : null;
  const passkeys = await listPasskeys(db, userId);
  return {
    ...{ name, email, role, accounts: person.accounts },
    until: person.accessUntil?.toISOString() ?? null,
    hasPassword: (await readPasswordHash(db, userId)) !== null,
    secondFactor: person.twoFactorEnabled,
    backupCodesLeft: codes?.backupCodes.length ?? null,
    passkeys: passkeys.map(({ id, name: called, host, createdAt, lastUsedAt }) => ({
      ...{ id, name: called, host, createdAt: createdAt.toISOString() },
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    passkeysPossible: passkeysPossibleAt(context.origin),
    recentUntil: recentUntil.toISOString(),
  };
});
