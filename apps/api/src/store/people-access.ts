import { DomainError, roleSchema, type Access } from '@ippo/contracts';
import { and, eq, isNull } from 'drizzle-orm/sql';
import { accessDetail, columnsOf } from './access-columns.ts';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { withdrawLinksOf } from './people-invites.ts';
import { removeKeysOf } from './people-keys.ts';
import { endSessions } from './people-sessions.ts';
import { readPerson, type StoredPerson } from './people.ts';
import { secondFactors, passkeyChallenges, passkeys, passwordResets } from './schema/team.ts';
import { signInMethods, users } from './schema/people.ts';

/** Who does it, to whom, and when. */
export type OnPerson = { actor: string; id: string; at: Date };

/**
 * Gives a person another role, accounts or end; the ids of the sessions that this ended. Another role or
 * other accounts sign the person out, so that nothing open goes on with what was taken away. Throws
 * DomainError `not-found`, `last-owner` or, where whoever does it is no owner any more, `forbidden`.
 */
export async function changeAccess(
  db: Database,
  { actor, id, at }: OnPerson,
  access: Access,
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const owners = await lockOwners(tx, actor);
    const person = await existing(tx, id);
    const after = columnsOf(access);
    if (after.role !== 'owner' || after.accessUntil !== null) requireOtherOwner(owners, id);
    await tx
      .update(users)
      .set({ ...after, updatedAt: at })
      .where(eq(users.id, id));
    if (after.role !== 'owner') await withdrawLinksOf(tx, id, at);
    const ended = sameSight(person, after) ? [] : await endSessions(tx, id);
    const detail = { ...accessDetail(after), before: person.role };
    await recordInAuditLog(tx, { at, actor, action: 'access.changed', subject: id, detail });
    return ended;
  });
}

/**
 * Takes away every way in of a person and frees the address; the row stays, as the audit log and answers
 * name it. The ids of the sessions that this ended; throws as `changeAccess` does.
 */
export async function removePerson(db: Database, { actor, id, at }: OnPerson): Promise<string[]> {
  return db.transaction(async (tx) => {
    const owners = await lockOwners(tx, actor);
    const { email } = await existing(tx, id);
    requireOtherOwner(owners, id);
    await tx
      .update(users)
      .set({
        ...{ removedAt: at, updatedAt: at, twoFactorEnabled: false },
        ...{ formerEmail: email, email: `${id}@removed.invalid` },
      })
      .where(eq(users.id, id));
    await tx.delete(signInMethods).where(eq(signInMethods.userId, id));
    await tx.delete(passwordResets).where(eq(passwordResets.userId, id));
    await tx.delete(passkeyChallenges).where(eq(passkeyChallenges.userId, id));
    await removeFactors(tx, id);
    await removeKeysOf(tx, id);
    await withdrawLinksOf(tx, id, at);
    const ended = await endSessions(tx, id);
    const detail = { email };
    await recordInAuditLog(tx, { at, actor, action: 'person.removed', subject: id, detail });
    return ended;
  });
}

/** Ends every session of a person, but one where it is named; their ids. Throws DomainError `not-found`. */
export async function signOutEverywhere(
  db: Database,
  { actor, id, at }: OnPerson,
  but: { but?: string } = {},
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await existing(tx, id);
    const ended = await endSessions(tx, id, but);
    const detail = { ended: String(ended.length) };
    await recordInAuditLog(tx, { at, actor, action: 'sessions.ended', subject: id, detail });
    return ended;
  });
}

/** Removes a person's authenticator app and passkeys, and ends every session; their ids. */
export async function removeFactorsOf(
  db: Database,
  { actor, id, at }: Omit<OnPerson, 'actor'> & { actor: string | null },
): Promise<string[]> {
  return db.transaction(async (tx) => {
    await existing(tx, id);
    await removeFactors(tx, id);
    await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, id));
    const ended = await endSessions(tx, id);
    await recordInAuditLog(tx, { at, actor, action: 'second-factor.removed', subject: id });
    return ended;
  });
}

async function removeFactors(tx: Database, id: string): Promise<void> {
  await tx.delete(secondFactors).where(eq(secondFactors.userId, id));
  await tx.delete(passkeys).where(eq(passkeys.userId, id));
}

async function existing(tx: Database, id: string): Promise<StoredPerson> {
  const person = await readPerson(tx, id);
  if (!person) throw new DomainError('not-found');
  return person;
}

// Two owners who demote each other at the same moment must not both succeed: the rows are locked, and
// whoever comes second sees what the first did.
async function lockOwners(tx: Database, actor: string): Promise<StoredPerson[]> {
  const owners = await tx
    .select()
    .from(users)
    .where(and(eq(users.role, 'owner'), isNull(users.removedAt)))
    .orderBy(users.id)
    .for('update');
  if (!owners.some(({ id }) => id === actor)) throw new DomainError('forbidden');
  return owners;
}

function requireOtherOwner(owners: readonly StoredPerson[], id: string): void {
  if (!owners.some((owner) => owner.id === id)) return;
  const stays = owners.some((owner) => owner.id !== id && owner.accessUntil === null);
  if (!stays) throw new DomainError('last-owner');
}

function sameSight(before: StoredPerson, after: ReturnType<typeof columnsOf>): boolean {
  // Who had no role saw nothing, so nothing open can go on with it.
  if (!roleSchema.safeParse(before.role).success) return true;
  const accounts = (list: string[] | null) => list?.join(' ') ?? null;
  return before.role === after.role && accounts(before.accounts) === accounts(after.accounts);
}
