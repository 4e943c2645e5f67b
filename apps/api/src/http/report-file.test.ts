import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  assessmentSchema,
  type Assessment,
  type MadeReport,
  type ReportChoices,
  type ReportPreview,
} from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import { prune } from '../store/retention.ts';
import { addTestPerson, signInAs } from '../testing/people.ts';
import { scanned } from '../testing/scanned.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
let folder: string;
let owner: string;
let scanId: string;
let account: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-reports-'));
  install = await openTestInstall({
    openTarget: worldTarget('acme-demo'),
    environment: { IPPO_DATA_DIR: folder },
  });
  owner = await install.signIn('owner');
  const scan = await scanned(install, owner);
  scanId = scan.id;
  account = scan.account ?? '';
});
afterAll(async () => {
  await install.close();
  rmSync(folder, { recursive: true });
});

function make(order: object, cookie = owner) {
  return install.send('post', '/api/reports/files', cookie).send(order).buffer();
}

async function made(query = '', cookie = owner) {
  const { body } = await install.send('get', `/api/reports/made${query}`, cookie);
  return body as { reports: MadeReport[]; total: number };
}

async function lastEntry() {
  return (await readAuditLog(install.services.db)).at(-1);
}

async function auditorOf(email: string, accounts: string[]): Promise<string> {
  const until = '2036-01-01T00:00:00Z';
  await addTestPerson(install, email, { role: 'auditor', accounts, until });
  return signInAs(install, email);
}

describe('a report', () => {
  test('as JSON is the assessment of the newest scan, and leaves a record with its digest', async () => {
    const cover = { preparedBy: '監査 花子', controlId: 'ITGC-07' };

    const { text, headers, status } = await make({ format: 'json', language: 'ja', cover });

    const digest = createHash('sha256').update(text).digest('hex');
    expect(status, text).toBe(200);
    const assessment = assessmentSchema.parse(JSON.parse(text));
    expect(assessment).toMatchObject({
      ...{ account, redacted: false, source: { kind: 'simulated' }, period: null },
      ...{ made: { by: 'The owner', version: '0.0.0-test' }, scan: { id: scanId } },
      cover: { ...cover, period: '', approvedBy: '' },
    });
    expect(headers['content-disposition']).toMatch(/^attachment; filename="ippo-.*\.json"$/);
    const { reports } = await made();
    expect(reports[0]).toMatchObject({
      ...{ id: headers['ippo-report'], by: 'The owner', account, scanId, format: 'json' },
      ...{ language: 'ja', redacted: false, bytes: Buffer.byteLength(text), sha256: digest },
    });
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'report.made', actorName: 'The owner', subject: headers['ippo-report'] },
      detail: { accounts: account, scan: scanId, format: 'json', sha256: digest },
    });
  });

  test('made again tells of the first one in its trail, and of nobody’s sign-in', async () => {
    await make({ format: 'json' });

    const { text } = await make({ format: 'json' });

    const { auditTrail } = JSON.parse(text) as Assessment;
    const actions = new Set(auditTrail.map(({ action }) => action));
    expect([...actions].toSorted()).toEqual(['report.made', 'scan.ended', 'scan.started']);
  });

  test('of a period assesses its last complete scan and lists every scan in it', async () => {
    const from = '2020-01-01T00:00:00Z';
    const to = '2099-01-01T00:00:00Z';

    const { text } = await make({ format: 'json', from, to });

    const { period, scans, scan } = JSON.parse(text) as Assessment;
    expect(period).toEqual({ from: '2020-01-01T00:00:00.000Z', to: '2099-01-01T00:00:00.000Z' });
    expect(scans.map(({ id }) => id)).toEqual([scanId]);
    expect(scan.id).toBe(scanId);
  });

  test('with masks names neither the account nor a resource, and masks alike each time', async () => {
    const first = await make({ format: 'json', redacted: true });
    const second = await make({ format: 'json', redacted: true });

    const [one, other] = [first, second].map(({ text }) => JSON.parse(text) as Assessment);
    expect(one?.redacted).toBe(true);
    expect(one?.account).toBe(other?.account);
    expect(first.text).not.toContain(account);
  });
});

describe('before it is made', () => {
  async function shown(order: object): Promise<ReportPreview> {
    const { body } = await install.send('post', '/api/reports/preview', owner).send(order);
    return body as ReportPreview;
  }

  test('one sees a page, the first rows or the first lines, and nothing is kept', async () => {
    const before = await made();

    const page = await shown({ format: 'pdf', language: 'ja' });
    const rows = await shown({ format: 'xlsx' });
    const lines = await shown({ format: 'json' });

    expect(page).toMatchObject({ kind: 'page', page: 2, pages: expect.any(Number) });
    expect(page).toMatchObject({ svg: expect.stringMatching(/^<svg/) });
    if (rows.kind !== 'rows') throw new Error('no rows');
    expect(rows.rows).toHaveLength(12);
    expect(rows.sheets.length).toBeGreaterThan(6);
    expect(lines).toMatchObject({ kind: 'lines', lines: expect.arrayContaining(['{']) });
    expect(await made()).toEqual(before);
  });

  test('the numbers that are offered are those of the scan’s report', async () => {
    const { body } = await install.send('get', '/api/reports/choices', owner);
    const { subject, formats } = body as ReportChoices;

    const { text } = await make({ format: 'json' });
    const { completeness } = JSON.parse(text) as Assessment;
    const sum = (key: 'pass' | 'fail' | 'unknown' | 'manual' | 'notApplicable' | 'blocked') =>
      completeness.reduce((all, line) => all + line[key], 0);
    expect(subject?.scan).toMatchObject({
      id: scanId,
      findings: {
        ...{ pass: sum('pass'), fail: sum('fail'), unknown: sum('unknown') },
        ...{ manual: sum('manual'), 'not-applicable': sum('notApplicable') },
      },
      blocked: sum('blocked'),
    });
    expect(subject?.scans.map(({ id }) => id)).toEqual([scanId]);
    expect(formats.find(({ id }) => id === 'json')?.last).toMatchObject({
      bytes: expect.any(Number),
    });
  });
});

describe('a report that is cut off', () => {
  test('by who leaves before it is known who asks is not even begun', async () => {
    const { auth, reports } = install.services;
    const leaving = new AbortController();
    const closed = Promise.withResolvers<void>();
    install.server.once('request', (_request, response) => response.once('close', closed.resolve));
    const readSession = auth.api.getSession.bind(auth.api);
    vi.spyOn(auth.api, 'getSession').mockImplementationOnce(async (asked) => {
      leaving.abort();
      await closed.promise;
      return readSession(asked);
    });
    const turn = reports.make.bind(reports);
    const signalled = Promise.withResolvers<boolean>();
    vi.spyOn(reports, 'make').mockImplementationOnce((gather, options) => {
      signalled.resolve(options.signal.aborted);
      return turn(gather, options);
    });

    const asked = fetch(`${install.origin}/api/reports/files`, {
      ...{ method: 'POST', body: JSON.stringify({ format: 'json' }), signal: leaving.signal },
      headers: { cookie: owner, origin: install.origin, 'content-type': 'application/json' },
    });

    await expect(asked).rejects.toThrow();
    expect(await signalled.promise).toBe(true);
  });

  test('by who leaves while it is made is in the audit log, and the next one is made', async () => {
    const before = await made();
    const leaving = new AbortController();
    const headers = { cookie: owner, origin: install.origin, 'content-type': 'application/json' };
    const body = JSON.stringify({ format: 'pdf' });
    const address = `${install.origin}/api/reports/files`;
    const { reports } = install.services;
    const turn = reports.make.bind(reports);
    vi.spyOn(reports, 'make').mockImplementationOnce((gather, options) =>
      turn(() => gather().finally(() => leaving.abort()), options),
    );
    const asked = fetch(address, { method: 'POST', headers, body, signal: leaving.signal });

    await expect(asked).rejects.toThrow();

    await vi.waitFor(
      async () =>
        expect(await lastEntry()).toMatchObject({
          ...{ action: 'report.made', actorName: 'The owner' },
          detail: { format: 'pdf', ended: 'cut-off' },
        }),
      50_000,
    );
    expect((await made()).total).toBe(before.total);
    expect((await make({ format: 'json' })).status).toBe(200);
  });
});

describe('who may make one', () => {
  test('an auditor of the account may, and sees what they and others made', async () => {
    const cookie = await auditorOf('inside@example.com', [account]);

    const { status } = await make({ format: 'json' }, cookie);

    expect(status).toBe(200);
    expect((await made('', cookie)).total).toBe((await made()).total);
  });

  test('an auditor of another account finds neither a scan nor a record', async () => {
    const cookie = await auditorOf('outside@example.com', ['999999999999']);

    const newest = await make({ format: 'json' }, cookie);
    const given = await make({ format: 'json', scan: scanId }, cookie);
    const list = await made('', cookie);

    expect([newest.body.code, given.body.code]).toEqual(['no-report', 'not-found']);
    expect(list).toEqual({ reports: [], next: null, total: 0 });
  });
});

describe('a scan whose evidence was pruned', () => {
  test('is told so, and stays in its period with its digests', async () => {
    const later = new Date(Date.now() + 90 * 86_400_000);
    await scanned(install, owner);
    await prune(install.services.db, { days: 30 }, later);

    const answer = await make({ format: 'json', scan: scanId });
    const { text } = await make({
      format: 'json',
      from: '2020-01-01T00:00:00Z',
      to: '2099-01-01T00:00:00Z',
    });

    expect([answer.status, JSON.parse(answer.text).code]).toEqual([410, 'evidence-pruned']);
    const { scans } = JSON.parse(text) as Assessment;
    expect(scans.map(({ id, pruned }) => [id === scanId, pruned])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(scans[0]?.evidenceDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a wrong order', () => {
  test.each([
    [{}, 400, 'bad-request'],
    [{ format: 'doc' }, 400, 'export-format-unknown'],
    [{ format: 'json', language: 'fr' }, 400, 'bad-request'],
    [{ format: 'json', zone: 'Asia/Nowhere' }, 400, 'time-zone-unknown'],
    [{ format: 'json', from: '2026-01-01T00:00:00Z' }, 400, 'report-period-open'],
    [
      { format: 'json', from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
      ...([400, 'report-period-reversed'] as const),
    ],
    [
      { format: 'json', from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' },
      ...([404, 'no-scan-in-period'] as const),
    ],
    [{ format: 'json', scan: 'none' }, 404, 'not-found'],
    [{ format: 'json', account: '999999999999' }, 404, 'no-report'],
    [{ format: 'json', cover: { approvedBy: 'x'.repeat(201) } }, 400, 'report-cover-too-long'],
  ])('%j is refused with a code, and leaves no entry', async (order, status, code) => {
    const before = (await readAuditLog(install.services.db)).length;

    const answer = await make(order);

    expect([answer.status, answer.body.code ?? JSON.parse(answer.text).code]).toEqual([
      status,
      code,
    ]);
    expect((await readAuditLog(install.services.db)).length).toBe(before);
  });
});
