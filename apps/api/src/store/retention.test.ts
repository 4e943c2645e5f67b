import { eq } from 'drizzle-orm/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { emptyStore, openTestStore } from '../testing/test-store.ts';
import type { Store } from './database.ts';
import { loadEvidence } from './evidence.ts';
import { keepHold, listHolds, releaseHold } from './holds.ts';
import { countPrunable, prune, readRetention } from './retention.ts';
import { everyAccount } from './reader-scope.ts';
import { facts, scans } from './schema/scans.ts';
import { listNewestScans } from './scans.ts';
import { keepSetting } from './settings.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const person = { id: 'owner', name: 'Aiko' };
let store: Store;
let install: TestInstall;
let owner: string;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  await emptyStore(store);
  install = await openTestInstall({ store });
  owner = await install.signIn('owner');
  return () => install.close();
});
afterAll(() => store.close());

/** Scans as many times as told; each is then made to have ended a day before the next one. */
async function scanDaily(count: number): Promise<{ ids: string[]; now: Date }> {
  const ids: string[] = [];
  for (let day = 0; day < count; day += 1) {
    const { body } = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
    await vi.waitFor(
      async () => {
        const scan = await install.send('get', `/api/scans/${body.id}`, owner);
        expect(scan.body.status).toBe('complete');
      },
      { timeout: 50_000, interval: 100 },
    );
    ids.push(body.id);
  }
  const now = new Date('2027-01-01T00:00:00Z');
  for (const [index, id] of ids.entries())
    await store.db
      .update(scans)
      .set({ finishedAt: new Date(now.getTime() - (count - index) * 30 * dayMs) })
      .where(eq(scans.id, id));
  return { ids, now };
}

describe('retention', () => {
  test('keeps everything for good until an owner says otherwise', async () => {
    const before = await readRetention(store.db);

    await keepSetting(store.db, {
      ...{ name: 'retention', value: { days: 90 }, at: new Date(), by: 'owner' },
    });

    expect([before, await readRetention(store.db)]).toEqual([{ days: null }, { days: 90 }]);
  });

  test('takes old evidence and reports, never the newest scan, and leaves the chain whole', async () => {
    const { ids, now } = await scanDaily(3);
    const links = await chain();

    const pruned = await prune(store.db, { days: 30 }, now);
    const again = await prune(store.db, { days: 30 }, new Date(now.getTime() + 900 * dayMs));

    expect([pruned, again]).toEqual([2, 0]);
    expect(await chain()).toEqual(links);
    expect(await loadEvidence(store.db, ids[0] ?? '')).toBeNull();
    expect(await loadEvidence(store.db, ids[2] ?? '')).not.toBeNull();
    const report = await install.send('get', `/api/scans/${ids[0]}/report`, owner);
    expect([report.status, report.body.code]).toEqual([410, 'evidence-pruned']);
    const newest = await install.send('get', '/api/reports/latest', owner);
    expect(newest.body.scan.id).toBe(ids[2]);
  });

  test('prunes at the limit, not a moment before it', async () => {
    const { now } = await scanDaily(2);
    const justBefore = new Date(now.getTime() - 1_000);
    const justAfter = new Date(now.getTime() + 1_000);

    expect(await countPrunable(store.db, { days: 60 }, justBefore)).toBe(0);
    expect(await countPrunable(store.db, { days: 60 }, now)).toBe(0);
    expect(await countPrunable(store.db, { days: 60 }, justAfter)).toBe(1);
  });

  test('leaves what is held until it is released', async () => {
    const { now } = await scanDaily(3);
    const account = (await listNewestScans(store.db, everyAccount, 1))[0]?.account ?? null;
    const from = new Date(now.getTime() - 91 * dayMs).toISOString();
    const hold = await keepHold(
      store.db,
      { account, from, until: null, reason: 'audit of 2026' },
      ...([person, now] as const),
    );

    const held = await prune(store.db, { days: 30 }, now);
    const released = await releaseHold(store.db, hold.id, now);
    const after = await prune(store.db, { days: 30 }, now);

    expect([held, after]).toEqual([0, 2]);
    expect(released?.reason).toBe('audit of 2026');
    expect(await listHolds(store.db)).toEqual([]);
    expect(await releaseHold(store.db, hold.id, now)).toBeNull();
  });

  test('sweeps what a run that was killed before its sweep left behind', async () => {
    const left = 'e'.repeat(64);
    await store.db.insert(facts).values({ digest: left, body: '{}' });

    const pruned = await prune(store.db, { days: 30 }, new Date());

    const digests = (await store.db.select({ digest: facts.digest }).from(facts)).map(
      ({ digest }) => digest,
    );
    expect(pruned).toBe(0);
    expect(digests).not.toContain(left);
  });

  test('a hold of another account or period holds nothing', async () => {
    const { now } = await scanDaily(2);
    const until = new Date(now.getTime() - 200 * dayMs).toISOString();
    const from = '2000-01-01T00:00:00Z';
    await keepHold(store.db, { account: null, from, until, reason: 'old' }, person, now);
    const other = { account: '999999999999', from, until: null, reason: 'other' };
    await keepHold(store.db, other, person, now);

    expect(await prune(store.db, { days: 30 }, now)).toBe(1);
  });

  test('drops the facts that nothing names any more, and no other', async () => {
    const { ids, now } = await scanDaily(2);
    const unnamed = 'f'.repeat(64);
    await store.db.insert(facts).values({ digest: unnamed, body: '{}' });

    await prune(store.db, { days: 30 }, now);

    const left = await store.db.select({ digest: facts.digest }).from(facts);
    expect(left.map(({ digest }) => digest)).not.toContain(unnamed);
    expect(await loadEvidence(store.db, ids[1] ?? '')).not.toBeNull();
  });
});

async function chain() {
  const rows = await listNewestScans(store.db, everyAccount, 10);
  return rows.map(({ id, link, previousLink, chainPosition, evidenceDigest }) => ({
    ...{ id, link, previousLink, chainPosition, evidenceDigest },
  }));
}
