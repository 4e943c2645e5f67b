import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { signInMethods, users, verifications } from './schema/people.ts';

/** The role of somebody to whom no owner gave one; it is on no list, so it allows nothing. */
const noRole = 'none';

/** Keeps what a sign-in elsewhere must come back with, by the hash of its state. */
export async function keepSsoAttempt(
  db: Database,
  { hash, value, expiresAt }: { hash: string; value: string; expiresAt: Date },
): Promise<void> {
  const id = randomUUID();
  await db.insert(verifications).values({ id, identifier: `sso ${hash}`, value, expiresAt });
}

/** Uses up what was kept; null where it is unknown, was used or is too old. */
export async function useSsoAttempt(db: Database, hash: string, now: Date): Promise<string | null> {
  const [used] = await db
    .delete(verifications)
    .where(and(eq(verifications.identifier, `sso ${hash}`), gt(verifications.expiresAt, now)))
    .returning({ value: verifications.value });
  return used?.value ?? null;
}

/** Somebody as their provider knows them; `account` names the provider too. */
export type SsoPerson = { account: string; email: string; name: string };

/**
 * Who signs in by this account of a provider: somebody known, or somebody new, who has no role yet. Null
 * where another person has the e-mail address: an address alone proves nothing about them.
 */
export async function findOrAddSsoPerson(
  db: Database,
  { account, email, name }: SsoPerson,
  now: Date,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const known = await personOf(tx, account);
    if (known !== null) return known;
    const id = randomUUID();
    const times = { createdAt: now, updatedAt: now };
    const person = { id, name, email, emailVerified: true, role: noRole, ...times };
    const added = await tx.insert(users).values(person).onConflictDoNothing().returning();
    // Two first sign-ins at once: the other one may just have added the same person.
    if (added.length === 0) return personOf(tx, account);
    await tx.insert(signInMethods).values({
      ...{ id: randomUUID(), userId: id, providerId, accountId: account, ...times },
    });
    const detail = { by: 'sso', email };
    await recordInAuditLog(tx, {
      at: now,
      actor: null,
      action: 'user.created',
      subject: id,
      detail,
    });
    return id;
  });
}

const providerId = 'oidc';

async function personOf(tx: Database, account: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: users.id })
    .from(signInMethods)
    .innerJoin(users, eq(users.id, signInMethods.userId))
    .where(
      and(
        eq(signInMethods.providerId, providerId),
        eq(signInMethods.accountId, account),
        isNull(users.removedAt),
      ),
    );
  return found?.id ?? null;
}
