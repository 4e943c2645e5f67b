import { randomUUID } from 'node:crypto';
import { DomainError, type Access } from '@ippo/contracts';
import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm/sql';
import { accessDetail, columnsOf } from './access-columns.ts';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { insertPerson, readPersonByEmail } from './people.ts';
import { invites, passwordResets } from './schema/team.ts';
import { users } from './schema/people.ts';

/** Any fixed number, of invitations alone: of those made at the same moment only the last one works. */
const invitesLock = 5_470_005;

export type StoredInvite = typeof invites.$inferSelect;

/** An invitation to keep; `hash` is of the token in its link. */
export type NewInvite = {
  hash: string;
  email: string;
  access: Access;
  by: string;
  at: Date;
  expiresAt: Date;
};

/** Keeps an invitation; an earlier one of the same address stops working. Throws `person-exists`. */
export async function addInvite(db: Database, invite: NewInvite): Promise<string> {
  const { hash, email, access, by, at, expiresAt } = invite;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${invitesLock})`);
    if (await readPersonByEmail(tx, email)) throw new DomainError('person-exists');
    await tx
      .update(invites)
      .set({ revokedAt: at })
      .where(and(eq(invites.email, email), unused()));
    const id = randomUUID();
    const columns = columnsOf(access);
    const row = { id, hash, email, ...columns, createdAt: at, createdBy: by, expiresAt };
    await tx.insert(invites).values(row);
    const detail = { email, ...accessDetail(columns), linkUntil: expiresAt.toISOString() };
    await recordInAuditLog(tx, { at, actor: by, action: 'invite.created', subject: id, detail });
    return id;
  });
}

/** Invitations that can still be accepted, newest first, with the name of who invited. */
export async function listOpenInvites(
  db: Database,
  now: Date,
): Promise<(StoredInvite & { invitedBy: string | null })[]> {
  const rows = await db
    .select({ invite: invites, invitedBy: users.name })
    .from(invites)
    .leftJoin(users, eq(users.id, invites.createdBy))
    .where(usable(now))
    .orderBy(desc(invites.createdAt), invites.id);
  return rows.map(({ invite, invitedBy }) => ({ ...invite, invitedBy }));
}

/** The invitation behind a token's hash while it can be accepted, or null. */
export async function readUsableInvite(
  db: Database,
  hash: string,
  now: Date,
): Promise<StoredInvite | null> {
  const [invite] = await db
    .select()
    .from(invites)
    .where(and(eq(invites.hash, hash), usable(now)));
  return invite ?? null;
}

/** Uses up an invitation and adds the person, both or neither; null where it does not work (any more). */
export async function acceptInvite(
  db: Database,
  hash: string,
  person: { name: string; passwordHash: string },
  now: Date,
): Promise<{ email: string } | null> {
  return db.transaction(async (tx) => {
    const [invite] = await tx
      .update(invites)
      .set({ usedAt: now })
      .where(and(eq(invites.hash, hash), usable(now)))
      .returning();
    if (!invite || (await readPersonByEmail(tx, invite.email))) return null;
    const { email, role, accounts, accessUntil } = invite;
    const id = await insertPerson(tx, { ...person, email, role, accounts, accessUntil }, now);
    const detail = { invite: invite.id, role };
    await recordInAuditLog(tx, {
      at: now,
      actor: id,
      action: 'invite.accepted',
      subject: id,
      detail,
    });
    return { email };
  });
}

/** Withdraws an invitation; false where there is none to withdraw. */
export async function revokeInvite(
  db: Database,
  { actor, id, at }: { actor: string; id: string; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [invite] = await tx
      .update(invites)
      .set({ revokedAt: at })
      .where(and(eq(invites.id, id), unused()))
      .returning({ email: invites.email });
    if (!invite) return false;
    await recordInAuditLog(tx, {
      at,
      actor,
      action: 'invite.revoked',
      subject: id,
      detail: invite,
    });
    return true;
  });
}

/** Withdraws the links that somebody made who may make none any more. */
export async function withdrawLinksOf(tx: Database, by: string, at: Date): Promise<void> {
  await tx
    .update(invites)
    .set({ revokedAt: at })
    .where(and(eq(invites.createdBy, by), unused()));
  await tx
    .update(passwordResets)
    .set({ usedAt: at })
    .where(and(eq(passwordResets.createdBy, by), isNull(passwordResets.usedAt)));
}

function unused() {
  return and(isNull(invites.usedAt), isNull(invites.revokedAt));
}

// Whose access would already be over cannot join.
function usable(now: Date) {
  return and(
    unused(),
    gt(invites.expiresAt, now),
    or(isNull(invites.accessUntil), gt(invites.accessUntil, now)),
  );
}
