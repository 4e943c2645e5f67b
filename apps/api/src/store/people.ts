import { randomUUID } from 'node:crypto';
import type { Role } from '@ippo/contracts';
import { and, eq, gt, isNull } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { sessions, setupTokens, signInMethods, users } from './schema/people.ts';

/** A person to add; `passwordHash` is in better-auth's own format. */
export type NewPerson = {
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
};

/** Whether someone owns this install. */
export async function ownerExists(db: Database): Promise<boolean> {
  const owners = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'owner'))
    .limit(1);
  return owners.length > 0;
}

/** Keeps a setup token by its hash; earlier ones stop working. */
export async function replaceSetupToken(
  db: Database,
  token: { hash: string; expiresAt: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(setupTokens);
    await tx.insert(setupTokens).values(token);
  });
}

/** Until when a setup token works, or null where it does not. */
export async function setupTokenWorksUntil(
  db: Database,
  hash: string,
  now: Date,
): Promise<Date | null> {
  const [token] = await db.select().from(setupTokens).where(usable(hash, now));
  return token?.expiresAt ?? null;
}

/** Uses up the setup token and adds the owner, both or neither; null where the token does not work. */
export async function addOwnerWithToken(
  db: Database,
  hash: string,
  person: Omit<NewPerson, 'role'>,
  now: Date,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const used = await tx
      .update(setupTokens)
      .set({ usedAt: now })
      .where(usable(hash, now))
      .returning({ hash: setupTokens.hash });
    if (used.length === 0 || (await ownerExists(tx))) return null;
    const id = await insertPerson(tx, { ...person, role: 'owner' }, now);
    await recordInAuditLog(tx, { at: now, actor: id, action: 'owner.created', subject: id });
    return id;
  });
}

/** Adds a person who can sign in with a password. */
export async function addPerson(db: Database, person: NewPerson, now: Date): Promise<string> {
  return db.transaction(async (tx) => {
    const id = await insertPerson(tx, person, now);
    await recordInAuditLog(tx, { at: now, actor: null, action: 'user.created', subject: id });
    return id;
  });
}

/** Whether a session has neither ended nor expired. */
export async function sessionLives(db: Database, id: string, now: Date): Promise<boolean> {
  const found = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)));
  return found.length > 0;
}

function usable(hash: string, now: Date) {
  return and(
    eq(setupTokens.hash, hash),
    isNull(setupTokens.usedAt),
    gt(setupTokens.expiresAt, now),
  );
}

async function insertPerson(tx: Database, person: NewPerson, now: Date): Promise<string> {
  const id = randomUUID();
  const { passwordHash, ...rest } = person;
  const times = { createdAt: now, updatedAt: now };
  await tx.insert(users).values({ id, ...rest, email: rest.email.toLowerCase(), ...times });
  // better-auth finds a password by provider `credential` and an account id equal to the user's.
  await tx.insert(signInMethods).values({
    id: randomUUID(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...times,
  });
  return id;
}
