import { DomainError } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { readPasswordHash } from '../store/people-passwords.ts';
import { countTry, forgetTries } from '../store/tries.ts';
import type { Auth } from './auth.ts';

/** Throws DomainError `password-wrong`, or `too-many-tries`, unless it is the signed-in person's password. */
export async function requireOwnPassword(
  { db, auth }: { db: Database; auth: Auth },
  userId: string,
  password: string,
  at: Date,
): Promise<void> {
  if (!(await countTry(db, { userId }, at))) throw new DomainError('too-many-tries');
  const context = await auth.$context;
  const hash = await readPasswordHash(db, userId);
  if (hash === null || !(await context.password.verify({ hash, password }))) {
    await recordInAuditLog(db, { at, actor: userId, action: 'password.refused', subject: userId });
    throw new DomainError('password-wrong');
  }
  await forgetTries(db, { userId });
}
