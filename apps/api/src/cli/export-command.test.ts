import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Assessment } from '@ippo/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { readAuditLog } from '../store/audit.ts';
import { openStore } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { listReportExports } from '../store/report-exports.ts';
import { homeOf } from '../server/open-home.ts';
import { bareEnvironment } from '../testing/bare-environment.ts';
import { keepScanAt } from '../testing/weeks-of-history.ts';

// Each step starts a process of its own, which a busy machine may hold up.
const program = path.join(import.meta.dirname, 'ippo.ts');
let folder: string;
let data: string;
const scans: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-export-'));
  data = path.join(folder, 'data');
  mkdirSync(data);
  await onStore(async (db) => {
    for (const day of ['2026-11-09', '2026-11-16'])
      scans.push(await keepScanAt(db, new Date(`${day}T00:00:00Z`)));
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Db = Awaited<ReturnType<typeof openStore>>['db'];
async function onStore<Result>(act: (db: Db) => Promise<Result>): Promise<Result> {
  const store = await openStore(homeOf(readConfig({ IPPO_DATA_DIR: data })));
  try {
    return await act(store.db);
  } finally {
    await store.close();
  }
}

function ippo(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...bareEnvironment, IPPO_DATA_DIR: data };
    const child = spawn(process.execPath, [program, ...args], { env, cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

test('the report of a period is written, named and recorded as the page would', async () => {
  const days = ['--from', '2026-11-01', '--to', '2026-11-15'];
  const made = await ippo(
    'export',
    '--format',
    'json',
    '--lang',
    'ja',
    ...days,
    '--out',
    folder,
    '--control-id',
    'ITGC-07',
  );

  expect(made).toMatchObject({ status: 0, err: '' });
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const bytes = readFileSync(path.join(folder, name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(made.out).toContain(name);
  expect(made.out).toContain(`SHA-256: ${sha256}`);
  const report = JSON.parse(bytes.toString()) as Assessment;
  expect(report).toMatchObject({
    period: { from: '2026-10-31T15:00:00.000Z', to: '2026-11-15T15:00:00.000Z' },
    ...{ scan: { id: scans[0] }, cover: { controlId: 'ITGC-07' } },
    made: { by: expect.stringMatching(/^OS ユーザー .+（コマンド ippo export）$/) },
  });
  const page = { before: null, count: 9 };
  const kept = await onStore((db) => listReportExports(db, everyAccount, {}, page));
  expect(kept).toMatchObject([{ sha256, fileName: name, byId: null, bytes: bytes.length }]);
  const log = await onStore(readAuditLog);
  expect(log.at(-1)).toMatchObject({ action: 'report.made', actor: null, detail: { sha256 } });
});

test.each([
  [['--format', 'json', '--from', '2020-01-01', '--to', '2020-01-02'], 'No scan of this account'],
  [['--format', 'json', '--from', 'soon', '--to', 'later'], 'Give a day'],
  [['--format', 'json', '--out', '/nonexistent/file.json'], '--out'],
])('%j is bad usage, and leaves no file', async (args, said) => {
  const before = readdirSync(folder);

  const { status, err } = await ippo('export', ...args);

  expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  expect(readdirSync(folder)).toEqual(before);
});

test('a file of evidence makes a report without an install, but no pack', async () => {
  const evidence = path.join(folder, 'evidence.json');
  await ippo(
    'scan',
    '--simulate',
    'spotless',
    '--evidence',
    evidence,
    '--format',
    'json',
    '--out',
    path.join(folder, 'r.txt'),
  );
  const out = path.join(folder, 'of-file.csv');

  const made = await ippo('export', '--format', 'csv', '--evidence', evidence, '--out', out);
  const pack = await ippo('export', '--format', 'pack', '--evidence', evidence);

  expect(made).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(out, 'utf8')).toContain('Demo data');
  expect(existsSync(`${out}.part`)).toBe(false);
  expect(pack).toMatchObject({ status: 2, err: expect.stringContaining('keys of an install') });
});
