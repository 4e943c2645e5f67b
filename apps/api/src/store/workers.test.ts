import { sql } from 'drizzle-orm/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emptyStore, openTestStore } from '../testing/test-store.ts';
import type { Store } from './database.ts';
import { rowsOf } from './rows-of.ts';
import { sayAlive, sayGone, someoneWorks } from './workers.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => emptyStore(store));
afterAll(() => store.close());

async function age(name: string): Promise<void> {
  await store.db.execute(
    sql`update workers set alive_until = now() - interval '1 second' where name = ${name}`,
  );
}

describe('who takes up scans', () => {
  test('nobody does before a worker says so, and nobody after it has gone', async () => {
    const first = await someoneWorks(store.db);
    await sayAlive(store.db, 'a');
    const then = await someoneWorks(store.db);
    await sayGone(store.db, 'a');

    expect([first, then, await someoneWorks(store.db)]).toEqual([false, true, false]);
  });

  test('a worker that died without a word counts as dead until it speaks again', async () => {
    await sayAlive(store.db, 'a');
    await age('a');
    const silent = await someoneWorks(store.db);

    await sayAlive(store.db, 'a');

    expect([silent, await someoneWorks(store.db)]).toEqual([false, true]);
  });

  test('one that goes takes the rows of the dead along, and leaves the living', async () => {
    for (const name of ['dead', 'going', 'living']) await sayAlive(store.db, name);
    await age('dead');

    await sayGone(store.db, 'going');

    expect(await rowsOf(store.db, sql`select name from workers`)).toEqual([{ name: 'living' }]);
  });
});
