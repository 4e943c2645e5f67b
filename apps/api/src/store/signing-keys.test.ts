import { sql } from 'drizzle-orm/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore } from '../testing/test-store.ts';
import type { Store } from './database.ts';
import { listSigningKeys, replaceKey, takeFirstKey } from './signing-keys.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

function keyOf(digit: string) {
  return { fingerprint: digit.repeat(64), publicKey: `key ${digit}` };
}

test('a public key that is kept cannot be changed, removed or taken back into use', async () => {
  await takeFirstKey(store.db, async () => keyOf('1'), new Date('2026-11-01T00:00:00Z'));
  await replaceKey(store.db, keyOf('2'), new Date('2026-11-02T00:00:00Z'));
  const kept = await listSigningKeys(store.db);

  for (const change of [
    sql`delete from signing_keys`,
    sql`update signing_keys set public_key = 'other'`,
    sql`update signing_keys set retired_at = null`,
    sql`update signing_keys set retired_at = now(), since = now() where retired_at is null`,
    sql`insert into signing_keys values ('3', 'a second one in use', now(), null)`,
  ])
    await expect(store.db.execute(change)).rejects.toThrow();

  expect(kept.map(({ publicKey }) => publicKey)).toEqual(['key 2', 'key 1']);
  expect(await listSigningKeys(store.db)).toEqual(kept);
});
