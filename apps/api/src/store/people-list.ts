import type { Person } from '@ippo/contracts';
import { and, count, eq, gt, isNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import type { StoredPerson } from './people.ts';
import { sessions, signInMethods, users } from './schema/people.ts';
import { apiKeys, passkeys } from './schema/team.ts';

/** A person with how they sign in, and how many browsers, passkeys and working keys there are. */
export type ListedPerson = StoredPerson & {
  signsInBy: Person['signsInBy'];
  sessions: number;
  passkeys: number;
  keys: number;
};

/** Everybody who was not removed, by name. */
export async function listPeople(db: Database, now: Date): Promise<ListedPerson[]> {
  const [people, methods, signedIn, devices, keys] = await Promise.all([
    db.select().from(users).where(isNull(users.removedAt)).orderBy(users.name, users.id),
    db
      .select({ userId: signInMethods.userId, provider: signInMethods.providerId })
      .from(signInMethods),
    db
      .select({ userId: sessions.userId, count: count() })
      .from(sessions)
      .where(and(gt(sessions.expiresAt, now)))
      .groupBy(sessions.userId),
    db
      .select({ userId: passkeys.userId, count: count() })
      .from(passkeys)
      .innerJoin(users, eq(users.id, passkeys.userId))
      .groupBy(passkeys.userId),
    db
      .select({ userId: apiKeys.userId, count: count() })
      .from(apiKeys)
      .where(gt(apiKeys.expiresAt, now))
      .groupBy(apiKeys.userId),
  ]);
  const countOf = (rows: { userId: string; count: number }[], id: string) =>
    rows.find(({ userId }) => userId === id)?.count ?? 0;
  return people.map((person) => ({
    ...person,
    signsInBy: methods
      .filter(({ userId }) => userId === person.id)
      .map(({ provider }) => (provider === 'credential' ? 'password' : 'sso')),
    sessions: countOf(signedIn, person.id),
    passkeys: countOf(devices, person.id),
    keys: countOf(keys, person.id),
  }));
}
