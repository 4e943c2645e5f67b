import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { inArray } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { facts } from './schema/scans.ts';
import { holdFacts } from './sweep-facts.ts';

/** Long statements hold up the embedded database's one connection, and with it the event loop. */
const atMost = { rows: 200, characters: 64 * 1024 };

/**
 * Keeps facts by their digests; those that are stored already cost nothing. Returns the added ones. Pass the
 * transaction that also stores what names them: until it ends no sweep takes them away.
 */
export async function keepFacts(
  tx: Database,
  given: ReadonlyMap<string, string>,
): Promise<{ count: number; bytes: number }> {
  await holdFacts(tx);
  const stored = new Set<string>();
  for (const some of inGroups([...given.keys()])) {
    const rows = await tx
      .select({ digest: facts.digest })
      .from(facts)
      .where(inArray(facts.digest, some));
    for (const { digest } of rows) stored.add(digest);
    await breathe();
  }
  const missing = [...given].filter(([digest]) => !stored.has(digest));
  let bytes = 0;
  for (const some of inGroups(missing, ([, body]) => body.length)) {
    await tx
      .insert(facts)
      .values(some.map(([digest, body]) => ({ digest, body })))
      .onConflictDoNothing();
    bytes += some.reduce((sum, [, body]) => sum + body.length, 0);
    await breathe();
  }
  return { count: missing.length, bytes };
}

/** Facts by digest; throws where one was altered. One that is missing is left out. */
export async function readFacts(
  db: Database,
  digests: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of inGroups([...new Set(digests)])) {
    const rows = await db.select().from(facts).where(inArray(facts.digest, some));
    for (const { digest, body } of rows) {
      if (createHash('sha256').update(body).digest('hex') !== digest)
        throw new Error(`the stored fact ${digest} does not match its digest`);
      found.set(digest, body);
    }
    await breathe();
  }
  return found;
}

/** Cuts rows into groups, each small enough for one statement. */
export function inGroups<Row>(
  rows: readonly Row[],
  charactersOf: (row: Row) => number = () => 0,
): Row[][] {
  const groups: Row[][] = [];
  let size = 0;
  for (const row of rows) {
    const last = groups.at(-1);
    const characters = charactersOf(row);
    if (last && last.length < atMost.rows && size + characters <= atMost.characters) {
      last.push(row);
      size += characters;
    } else {
      groups.push([row]);
      size = characters;
    }
  }
  return groups;
}
