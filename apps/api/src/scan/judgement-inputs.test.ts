import { setTimeout as pause } from 'node:timers/promises';
import { canonicalJson, judge, sha256Hex } from '@ippo/checks';
import { simulatedSession } from '@ippo/collectors';
import type { Source } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/database.ts';
import { loadEvidence } from '../store/evidence.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { readReport } from '../store/reports.ts';
import { scans } from '../store/schema/scans.ts';
import { setThresholds } from '../store/thresholds.ts';
import { endEarlier, forgetScopes } from '../testing/older-judgements.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';
import { readJudgementInputs } from './judgement-inputs.ts';

const source: Source = { kind: 'simulated', world: 'one' };

let store: Store;
let install: TestInstall;
let owner: string;
let clock: Date;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  const openTarget = async () => ({ ...simulatedSession('acme-demo'), source });
  install = await openTestInstall({ store, openTarget, now: () => clock });
  owner = await install.signIn('owner');
});
afterEach(() => install.close());
afterAll(() => store.close());

/** Scans and waits for the end; the scan's id. */
async function scan(): Promise<string> {
  const { body } = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
  const { scans: service } = install.services;
  while ((await service.read(body.id, everyAccount)).finishedAt === null) await pause(10);
  clock = new Date(Math.max(clock.getTime(), Date.now()) + 1_000);
  return body.id;
}

async function answer(id: string, question: string): Promise<void> {
  const body = { check: 'org-env-separation', question, answer: 'yes' };
  const { status } = await install.send('post', `/api/scans/${id}/answers`, owner).send(body);
  expect(status).toBe(200);
}

async function setDays(rootUsageWindowDays: number): Promise<void> {
  const settings = { rootUsageWindowDays, configRetentionDays: 365 };
  await setThresholds(store.db, settings, { at: clock, by: 'somebody' });
  clock = new Date(clock.getTime() + 1_000);
}

/** The digest of the stored report, and of what its evidence and its inputs give now. */
async function digests(id: string): Promise<{ stored: string; again: string | null }> {
  const stored = await readReport(store.db, everyAccount, id);
  const evidence = await loadEvidence(store.db, id);
  const inputs = await readJudgementInputs(store.db, id);
  if (!stored || !evidence) throw new Error('the scan was not kept');
  return {
    stored: sha256Hex(canonicalJson(stored.report)),
    again: inputs && sha256Hex(canonicalJson(judge({ evidence, ...inputs }))),
  };
}

/** Another account of the same organization that was scanned just now: it vouches for ours. */
async function connectOther(): Promise<void> {
  await store.db.insert(scans).values({
    ...{ id: 'of-another', target: 'demo', status: 'complete', source, account: '222233334444' },
    ...{ organization: 'o-a1b2c3d4e5', createdAt: clock, startedAt: clock, finishedAt: clock },
    ...{ chain: 'simulated:one:222233334444', chainPosition: 1 },
  });
  clock = new Date(clock.getTime() + 1_000);
}

describe('what a scan was judged with', () => {
  test('gives its report again after limits, answers and connected accounts changed', async () => {
    await setDays(30);
    const first = await scan();
    await answer(first, 'billing');
    const id = await scan();
    await answer(id, 'environments');

    await setDays(200);
    await connectOther();
    const { stored, again } = await digests(id);
    const earlier = await digests(first);

    expect([again, earlier.again]).toEqual([stored, earlier.stored]);
    const inputs = await readJudgementInputs(store.db, id);
    expect(inputs?.settings.rootUsageWindowDays).toBe(30);
    expect(inputs?.attestations.map(({ question }) => question)).toEqual([
      ...['environments', 'billing'],
    ]);
    expect(inputs?.scope.connectedAccounts.map(({ account }) => account)).toEqual(['111122223333']);
  });

  test('names the accounts that were connected by then', async () => {
    await connectOther();
    const id = await scan();

    const { stored, again } = await digests(id);
    const inputs = await readJudgementInputs(store.db, id);

    expect(again).toBe(stored);
    expect(inputs?.scope.connectedAccounts).toHaveLength(2);
  });

  test('is found again where the scope was not noted, as of that day', async () => {
    const id = await scan();
    await connectOther();
    await forgetScopes(store.db);

    const { stored, again } = await digests(id);

    expect(again).toBe(stored);
  });

  test('is not told where what we would take for it gives another report', async () => {
    const id = await scan();
    await connectOther();
    await forgetScopes(store.db);
    await endEarlier(store.db, 'of-another');

    expect(await readJudgementInputs(store.db, id)).toBeNull();
  });

  test('is not told of a scan that left no evidence or that never was', async () => {
    await connectOther();

    expect(await readJudgementInputs(store.db, 'of-another')).toBeNull();
    expect(await readJudgementInputs(store.db, 'none')).toBeNull();
  });
});
