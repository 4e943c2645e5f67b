import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { canonicalJson, sha256Hex } from '@ippo/checks';
import { simulatedSession } from '@ippo/collectors';
import { DomainError, type Scan } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { loadEvidence } from '../store/evidence.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { readReport } from '../store/reports.ts';
import { askToCancel } from '../store/scan-leases.ts';
import { linkOf } from '../store/scan-link.ts';
import { asAssessed } from '../store/scans-in-scope.ts';
import { addScan, beginScan, endScan, listNewestScans, readStoredScan } from '../store/scans.ts';
import { openTestStore } from '../testing/test-store.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

let store: Store;
let install: TestInstall;
let owner: string;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => install.close());
afterAll(() => store.close());

async function open(options: Parameters<typeof openTestInstall>[0] = {}): Promise<void> {
  install = await openTestInstall({ store, ...options });
  owner = await install.signIn('owner');
}

async function start(target: 'demo' | 'aws' = 'demo'): Promise<Scan> {
  return (await install.send('post', '/api/scans', owner).send({ target })).body;
}

async function ended(id: string): Promise<Scan> {
  for (;;) {
    const scan = await install.services.scans.read(id, everyAccount);
    if (scan.finishedAt !== null) return scan;
    await pause(20);
  }
}

/** Nothing of IAM is answered, so only somebody who stops such a scan ends it. */
const never = { faults: [{ operation: 'iam', act: 'hang' } as const] };

async function untilRunning(id: string): Promise<void> {
  while ((await install.services.scans.read(id, everyAccount)).account === null) await pause(10);
}

describe('a scan', () => {
  test('goes from the queue to a report that its stored evidence proves', async () => {
    await open({ openTarget: worldTarget('spotless', { latencyMs: 5 }) });

    const started = await start();
    const scan = await ended(started.id);
    const { body } = await install.send('get', '/api/reports/latest', owner);
    const proof = await install.send(
      'get',
      `/api/scans/${scan.id}/checks/root-mfa/evidence`,
      owner,
    );
    const accounts = await install.send('get', '/api/accounts', owner);

    // On PostgreSQL its worker can be faster than the answer.
    expect(['waiting', 'running']).toContain(started.status);
    expect(scan).toMatchObject({ status: 'complete', problem: null, startedBy: 'The owner' });
    expect(scan.source).toEqual({ kind: 'simulated', world: 'spotless' });
    expect(scan.progress?.done).toBe(scan.progress?.total);
    expect(body.scan.id).toBe(scan.id);
    expect(body.report).toMatchObject({ account: scan.account, score: { value: 100 } });
    expect(proof.body.readings.length).toBeGreaterThan(0);
    for (const reading of proof.body.readings)
      for (const call of reading.calls) expect(proof.body.calls[call].outcome).toBe('answered');
    expect(accounts.body.accounts).toMatchObject([{ account: scan.account, source: 'simulated' }]);
    const evidence = await loadEvidence(install.services.db, scan.id);
    const stored = await readStoredScan(install.services.db, scan.id);
    expect(stored?.evidenceDigest).toBe(sha256Hex(canonicalJson(evidence)));
  });

  test('of the same target waits its turn: a second one is refused while it runs', async () => {
    await open({ openTarget: worldTarget('spotless', { latencyMs: 100 }) });
    const first = await start();

    const second = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
    const other = await start('aws');

    expect([second.status, second.body.code]).toEqual([409, 'scan-running']);
    expect((await ended(first.id)).status).toBe('complete');
    expect((await ended(other.id)).status).toBe('complete');
    expect((await ended((await start()).id)).status).toBe('complete');
  });

  test('ends at once when it is cancelled, and is no latest report', async () => {
    await open({ openTarget: worldTarget('spotless', never) });
    const { id } = await start();
    await untilRunning(id);

    const { body } = await install.send('post', `/api/scans/${id}/cancel`, owner).send({});
    const latest = await install.send('get', '/api/reports/latest', owner);
    const again = await install.send('post', `/api/scans/${id}/cancel`, owner).send({});

    expect(body).toMatchObject({ id, status: 'cancelled' });
    expect(latest.body.code).toBe('no-report');
    expect(again.body.status).toBe('cancelled');
  });

  test('that fails says why, keeps no report and lets the next one start', async () => {
    await open({ openTarget: () => Promise.reject(new DomainError('no-credentials')) });

    const scan = await ended((await start('aws')).id);
    const report = await install.send('get', `/api/scans/${scan.id}/report`, owner);
    const next = await ended((await start('aws')).id);

    expect(scan).toMatchObject({ status: 'failed', problem: 'no-credentials', account: null });
    expect(report.body.code).toBe('no-report');
    expect(next.problem).toBe('no-credentials');
  });

  test('that hits a defect of ours fails as internal', async () => {
    await open({ openTarget: () => Promise.reject(new Error('boom')) });

    const scan = await ended((await start()).id);

    expect(scan).toMatchObject({ status: 'failed', problem: 'internal' });
  });

  test('whose credentials expire on the way fails, and the last complete report stays', async () => {
    const expiry = { act: 'refuse', error: 'ExpiredToken', status: 403 } as const;
    const afterIdentity = [
      { operation: 'sts', act: 'delay', milliseconds: 1, times: 2 } as const,
      { operation: 'sts', ...expiry },
      { operation: 'iam', ...expiry },
    ];
    let faults: typeof afterIdentity = [];
    await open({ openTarget: async () => simulatedSession('spotless', { faults }) });
    const good = await ended((await start()).id);
    faults = afterIdentity;

    const bad = await ended((await start()).id);
    const { body } = await install.send('get', '/api/reports/latest', owner);

    expect(bad).toMatchObject({ status: 'failed', problem: 'credentials-refused' });
    expect(bad.account).toBe(good.account);
    expect(body.scan.id).toBe(good.id);
  });
});

describe('the chain of scans', () => {
  test('names the one before, cancelled and failed ones included', async () => {
    let openTarget = worldTarget('spotless');
    await open({ openTarget: (target) => openTarget(target) });
    await ended((await start()).id);
    openTarget = worldTarget('spotless', never);
    const { id } = await start();
    await untilRunning(id);
    await install.send('post', `/api/scans/${id}/cancel`, owner).send({});
    await ended(id);
    openTarget = worldTarget('spotless');
    await ended((await start()).id);

    const chain = (await listNewestScans(install.services.db, everyAccount, 10)).toReversed();

    expect(chain.map(({ status }) => status)).toEqual(['complete', 'cancelled', 'complete']);
    expect(chain.map(({ chainPosition }) => chainPosition)).toEqual([1, 2, 3]);
    expect(chain[0]?.previousLink).toBeNull();
    expect(chain[1]?.previousLink).toBe(chain[0]?.link);
    expect(chain[2]?.previousLink).toBe(chain[1]?.link);
    expect(new Set(chain.map(({ link }) => link)).size).toBe(3);
    const told = await asAssessed(install.services.db, chain);
    expect(told.map(({ id, ...scan }) => linkOf({ ...scan, scan: id }))).toEqual(
      chain.map(({ link }) => link),
    );
  });

  test('is one for each account and source', async () => {
    let world = 'spotless';
    await open({ openTarget: async () => simulatedSession(world) });
    await ended((await start()).id);
    world = 'wide-open';
    await ended((await start()).id);

    const chains = (await listNewestScans(install.services.db, everyAccount, 10)).map(
      (scan) => scan.chain,
    );

    expect(chains).toHaveLength(2);
    expect(new Set(chains).size).toBe(2);
  });
});

describe('a process that was killed', () => {
  const killed = randomUUID();
  const again = randomUUID();

  async function leaveRunning(scan: { id: string; target: string; restartOf: string | null }) {
    const { db, now } = install.services;
    await addScan(db, { ...scan, startedBy: 'Aiko', createdAt: now() });
    await beginScan(db, scan.id, now(), 'a killed process');
  }

  test('leaves scans that the next start marks interrupted and restarts once', async () => {
    await open({ idle: true });
    const { db, scans } = install.services;
    await leaveRunning({ id: killed, target: 'demo', restartOf: null });
    await leaveRunning({ id: again, target: 'aws', restartOf: 'earlier' });

    await scans.open({ alone: true });

    const [newest] = await listNewestScans(db, everyAccount, 1);
    expect(newest).toMatchObject({ target: 'demo', restartOf: killed, startedBy: null });
    expect(newest?.trigger).toBe('restart');
    expect(await scans.read(killed, everyAccount)).toMatchObject({ status: 'interrupted' });
    expect(await scans.read(again, everyAccount)).toMatchObject({ status: 'interrupted' });
    expect((await ended(newest?.id ?? '')).status).toBe('complete');
    expect(await listNewestScans(db, everyAccount, 10)).toHaveLength(3);
    expect(await readReport(db, everyAccount, killed)).toBeNull();
  });

  test('leaves a scan that someone cancelled cancelled, and nothing restarts it', async () => {
    await open({ idle: true });
    const { db, scans, now } = install.services;
    await leaveRunning({ id: killed, target: 'demo', restartOf: null });
    await askToCancel(db, killed, now());

    await scans.open({ alone: true });

    expect(await scans.read(killed, everyAccount)).toMatchObject({ status: 'cancelled' });
    expect(await listNewestScans(db, everyAccount, 10)).toHaveLength(1);
  });

  test('between accepting a scan and queueing it loses nothing: the scan waits and is run', async () => {
    await open({ idle: true });
    const { db, scans, now } = install.services;
    const scan = { id: randomUUID(), target: 'demo', startedBy: 'Aiko', restartOf: null };
    await addScan(db, { ...scan, createdAt: now() });

    await scans.open({ alone: true });

    expect((await ended(scan.id)).status).toBe('complete');
    expect(await listNewestScans(db, everyAccount, 10)).toHaveLength(1);
  });
});

describe('a process that was only taken for dead', () => {
  test('keeps nothing of a scan that another one ended', async () => {
    await open({ openTarget: worldTarget('spotless', { latencyMs: 200 }) });
    const { db, scans } = install.services;
    const { id } = await start();
    await untilRunning(id);

    await db.transaction((tx) => endScan(tx, id, { status: 'interrupted', at: new Date() }));
    const link = (await readStoredScan(db, id))?.link;
    await vi.waitFor(() => expect(install.board.running()).toEqual([]), 50_000);

    expect(await scans.read(id, everyAccount)).toMatchObject({ status: 'interrupted' });
    expect(await readStoredScan(db, id)).toMatchObject({ link, evidenceDigest: null });
    expect(await readReport(db, everyAccount, id)).toBeNull();
    expect(await loadEvidence(db, id)).toBeNull();
  });
});

describe('the audit log', () => {
  test('has who started, who cancelled, and how it ended', async () => {
    await open({ openTarget: worldTarget('spotless', never) });
    const { id } = await start();
    await untilRunning(id);
    await install.send('post', `/api/scans/${id}/cancel`, owner).send({});
    await ended(id);

    const rows = (await readAuditLog(install.services.db)).filter(({ subject }) => subject === id);

    expect(rows.map(({ action, detail }) => [action, detail])).toEqual([
      ['scan.started', { target: 'demo', trigger: 'person' }],
      ['scan.cancelled', {}],
      ['scan.ended', { status: 'cancelled' }],
    ]);
    expect(rows.map(({ actor }) => actor === null)).toEqual([false, false, true]);
  });
});
