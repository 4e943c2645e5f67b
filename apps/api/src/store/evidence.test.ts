import { canonicalJson } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import type { Evidence } from '@ippo/contracts';
import { eq } from 'drizzle-orm/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore } from '../testing/test-store.ts';
import type { Store } from './database.ts';
import { keepEvidence, loadEvidence } from './evidence.ts';
import { addScan } from './scans.ts';
import { evidence as evidenceTable, facts } from './schema/scans.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const noon = new Date('2026-11-16T03:00:00Z');

async function collected(): Promise<Evidence> {
  return collectEvidence(simulatedSession('spotless', { now: noon }));
}

/** Scans of other targets, as only one of each may wait. */
async function scanOf(id: string, target: 'aws' | 'demo'): Promise<string> {
  const scan = { id, target, startedBy: null, createdAt: noon, restartOf: null };
  await addScan(store.db, scan);
  return id;
}

describe('evidence in the database', () => {
  test('comes back byte for byte, and an unchanged account adds no fact and at most 40 KB', async () => {
    const first = await collected();
    const second = await collected();

    const before = await keepEvidence(store.db, await scanOf('first', 'aws'), first);
    const after = await keepEvidence(store.db, await scanOf('second', 'demo'), second);

    expect(before.newFacts).toBeGreaterThan(50);
    expect(after.newFacts).toBe(0);
    expect(after.bytes).toBeLessThanOrEqual(40_000);
    expect(canonicalJson(await loadEvidence(store.db, 'first'))).toBe(canonicalJson(first));
    expect(canonicalJson(await loadEvidence(store.db, 'second'))).toBe(canonicalJson(second));
    expect(await loadEvidence(store.db, 'none')).toBeNull();
  });

  test('is refused where somebody changed a stored fact', async () => {
    const [row] = await store.db.select().from(evidenceTable);
    const manifest = (await store.db.select().from(facts)).find(
      ({ digest }) => digest === row?.manifest,
    );
    if (!row || !manifest) throw new Error('nothing was stored');

    const body = manifest.body.replace('"partition":"aws"', '"partition":"aws-cn"');
    await store.db.update(facts).set({ body }).where(eq(facts.digest, manifest.digest));

    expect(body).not.toBe(manifest.body);
    await expect(loadEvidence(store.db, row.scanId)).rejects.toThrow(/does not match its digest/);
  });
});
