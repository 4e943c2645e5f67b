import { sql, type SQL } from 'drizzle-orm/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, postgresUrl } from '../testing/test-store.ts';
import type { Database, Store } from './database.ts';
import { rowsOf } from './rows-of.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

/** What a query of one row and one column says. */
async function said(db: Database, query: SQL): Promise<number | undefined> {
  const rows = await rowsOf<{ said: number }>(db, query);
  return rows[0]?.said;
}

// `pnpm test:postgres` runs these; without a server they are skipped, and say so.
describe.skipIf(postgresUrl === null)('a server that ends a connection', () => {
  test('while nobody asks anything over it fails that transaction, and neither the next nor the process', async () => {
    const cut = store.db.transaction(async (tx) => {
      const own = await said(tx, sql`select pg_backend_pid() as said`);
      await store.db.execute(sql`select pg_terminate_backend(${own})`);
      // Long enough for the end to arrive while no query waits for an answer.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return said(tx, sql`select 1 as said`);
    });

    await expect(cut).rejects.toThrow();
    // Vitest fails the run where an `error` event has no listener; a server would end.
    expect(await said(store.db, sql`select 2 as said`)).toBe(2);
  });
});
