import { randomUUID } from 'node:crypto';
import type { Role } from '@ippo/contracts';
import { and, eq, gt, isNull } from 'drizzle-orm/sql';
import { recordInAuditLog } from './audit.ts';
import type { Database } from './database.ts';
import { setupTokens, signInMethods, users } from './schema/people.ts';

/** A person to add; `passwordHash` is in better-auth's own format. */
export type NewPerson = {
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
  /** Null or left out: every one. */
  accounts?: string[] | null;
  /** Null or left out: without an end. */
  accessUntil?: Date | null;
};

export type StoredPerson = typeof users.$inferSelect;

/** Whether someone owns this install. */
export async function ownerExists(db: Database): Promise<boolean> {
  const owners = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'owner'), isNull(users.removedAt)))
    .limit(1);
  return owners.length > 0;
}

/** One person who was not removed, or null. */
export async function readPerson(db: Database, id: string): Promise<StoredPerson | null> {
  const [person] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.removedAt)));
  return person ?? null;
}

/** The person who signs in with an e-mail address, in any case of its letters, or null. */
export async function readPersonByEmail(db: Database, email: string): Promise<StoredPerson | null> {
  const [person] = await db
    .select()
    .from(users)
    .where(and(eq(users.email, email.toLowerCase()), isNull(users.removedAt)));
  return person ?? null;
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

/** Changes a person's name. */
export async function rename(db: Database, id: string, name: string, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ name, updatedAt: at }).where(eq(users.id, id));
    const detail = { name };
    await recordInAuditLog(tx, { at, actor: id, action: 'person.renamed', subject: id, detail });
  });
}

/** Changes the zone that a person reads times in; null is their browser's own. */
export async function setTimeZone(
  db: Database,
  id: string,
  timeZone: string | null,
  at: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ timeZone, updatedAt: at }).where(eq(users.id, id));
    const detail = { timeZone: timeZone ?? 'the browser’s own' };
    await recordInAuditLog(tx, { at, actor: id, action: 'person.zone-set', subject: id, detail });
  });
}

function usable(hash: string, now: Date) {
  return and(
    eq(setupTokens.hash, hash),
    isNull(setupTokens.usedAt),
    gt(setupTokens.expiresAt, now),
  );
}

/** Adds a person with a password; pass a transaction that also leaves an audit entry. */
export async function insertPerson(tx: Database, person: NewPerson, now: Date): Promise<string> {
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
