import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession, type SimulatedOptions } from '@ippo/collectors';
import type { FindingRow, Scan, ScanReport } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTestPerson, signInAs } from '../../testing/people.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

const account = '111122223333';
const refused = { act: 'refuse', error: 'AccessDeniedException' } as const;
let install: TestInstall;
let owner: string;
let today = new Date('2026-11-16T00:00:00Z');
let faults: NonNullable<SimulatedOptions['faults']> = [];
let real = false;
let first: Scan;
let second: Scan;

beforeAll(async () => {
  install = await openTestInstall({
    now: () => today,
    async openTarget() {
      const session = simulatedSession('acme-demo', { now: today, faults });
      return real ? { ...session, source: { kind: 'aws' } } : session;
    },
  });
  owner = await install.signIn('owner');
  first = await scan('demo');
  today = new Date('2026-11-17T00:00:00Z');
  faults = [{ ...refused, operation: 'guardduty:ListDetectors', region: 'ap-northeast-1' }];
  second = await scan('demo');
});
afterAll(() => install.close());

async function scan(target: 'aws' | 'demo'): Promise<Scan> {
  const started = await install.send('post', '/api/scans', owner).send({ target });
  for (;;) {
    const { body } = await get<Scan>(`/api/scans/${(started.body as Scan).id}`);
    if (body.finishedAt !== null) return body;
    await pause(50);
  }
}

async function get<Body>(path: string, cookie = owner): Promise<{ status: number; body: Body }> {
  const { status, body } = await install.send('get', path, cookie);
  return { status, body: body as Body };
}

type List = {
  source: string;
  findings: FindingRow[];
  next: string | null;
  total: number;
  counts: Record<string, Record<string, number>>;
};

async function reportOf({ id }: Scan): Promise<ScanReport> {
  return (await get<{ report: ScanReport }>(`/api/scans/${id}/report`)).body.report;
}

describe('the list of findings', () => {
  test('is the newest report, page by page, worst first, each finding once', async () => {
    const report = await reportOf(second);
    const expected = report.checks.flatMap((check) =>
      check.findings.map(({ fingerprint, reason, outcome, severity = check.severity }) => ({
        ...{ fingerprint, reason, outcome, severity },
      })),
    );
    const rows: FindingRow[] = [];
    let cursor = '';

    for (;;) {
      const { body } = await get<List>(`/api/findings?sort=severity${cursor}`);
      rows.push(...body.findings);
      expect(body.total).toBe(expected.length);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }

    const byPrint = (a: { fingerprint: string }, b: { fingerprint: string }) =>
      a.fingerprint < b.fingerprint ? -1 : 1;
    expect(
      rows
        .map(({ fingerprint, reason, outcome, severity }) => ({
          ...{ fingerprint, reason, outcome, severity },
        }))
        .toSorted(byPrint),
    ).toEqual(expected.toSorted(byPrint));
    const ranks = rows.map((row) => ['critical', 'high', 'medium', 'low'].indexOf(row.severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  test('is narrowed by tokens, and each facet counts without its own', async () => {
    const all = (await get<List>('/api/findings')).body;
    const { body } = await get<List>('/api/findings?outcome=fail,unknown&region=us-east-1');

    expect(body.findings.length).toBeGreaterThan(0);
    for (const row of body.findings) {
      expect(['fail', 'unknown']).toContain(row.outcome);
      expect(row.region).toBe('us-east-1');
    }
    const { fail = 0, unknown = 0, pass = 0 } = body.counts['outcome'] ?? {};
    expect(fail + unknown).toBe(body.total);
    expect(pass).toBeGreaterThan(0);
    expect(Object.keys(body.counts['region'] ?? {}).length).toBeGreaterThan(10);
    const not = (await get<List>('/api/findings?outcome=!fail,unknown')).body;
    const only = (await get<List>('/api/findings?outcome=fail,unknown')).body;
    expect(not.total + only.total).toBe(all.total);
  });

  test('is narrowed by service, measure, severity, part of a resource and time', async () => {
    const guardduty = (await get<List>('/api/findings?service=guardduty&severity=high')).body;
    const detect = (await get<List>('/api/findings?measure=4')).body;
    const trail = (await get<List>('/api/findings?resource=TRAIL%2F')).body;
    const wild = (await get<List>('/api/findings?resource=%25')).body;
    const since = (await get<List>('/api/findings?since=2026-11-16T12:00:00Z')).body;

    expect(guardduty.findings.every(({ check }) => check.startsWith('gd-'))).toBe(true);
    expect(detect.findings.every(({ check }) => check.startsWith('gd-'))).toBe(true);
    expect(trail.total).toBeGreaterThan(0);
    expect(trail.findings.every(({ resource = '' }) => /trail\//i.test(resource))).toBe(true);
    expect(wild.total).toBe(0);
    expect(since.total).toBeGreaterThan(0);
    expect(since.findings.every((row) => row.since > '2026-11-16T12')).toBe(true);
  });

  test('keeps what a failed prerequisite blocks apart from what has nothing to judge', async () => {
    const { body } = await get<List>('/api/findings?outcome=fail,blocked');
    const blocked = (await get<List>('/api/findings?outcome=blocked')).body;
    const nothing = (await get<List>('/api/findings?outcome=not-applicable')).body;

    expect(blocked.total).toBeGreaterThan(0);
    expect(blocked.findings.every((row) => row.blocked)).toBe(true);
    expect(nothing.findings.every((row) => !row.blocked)).toBe(true);
    expect(body.total).toBe((body.counts['outcome']?.['fail'] ?? 0) + blocked.total);
    expect(body.counts['outcome']).toMatchObject({
      blocked: blocked.total,
      'not-applicable': nothing.total,
    });
  });

  test('sorts either way, and refuses a cursor of another sort and a token that is none', async () => {
    for (const sort of ['since', 'check', 'outcome', 'region', 'resource'])
      for (const order of ['asc', 'desc']) {
        const one = (await get<List>(`/api/findings?sort=${sort}&order=${order}`)).body;
        const two = (
          await get<List>(`/api/findings?sort=${sort}&order=${order}&cursor=${one.next}`)
        ).body;
        const shown = new Set([...one.findings, ...two.findings].map((row) => row.fingerprint));

        expect(shown.size).toBe(one.findings.length + two.findings.length);
        expect(two.findings.length).toBe(50);
        const other = await get(`/api/findings?cursor=${one.next}`);
        expect(other.status).toBe(400);
      }
    expect((await get('/api/findings?outcome=fine')).status).toBe(400);
    expect((await get('/api/findings?cursor=nonsense')).status).toBe(400);
  });
});

describe('one finding', () => {
  test('has its evidence, its history with what became of it, and the same check elsewhere', async () => {
    const path = '/api/findings?check=gd-enabled&region=ap-northeast-1';
    const row = (await get<List>(path)).body.findings[0];

    const { body } = await get<{
      gone: boolean;
      scan: { scanId: string };
      evidence: unknown[];
      history: { change: string; outcome: string; from: { scanId: string }; until: unknown }[];
      elsewhere: FindingRow[];
    }>(`/api/findings/${row?.fingerprint}`);

    expect(row).toMatchObject({ outcome: 'unknown', change: 'became-unknown' });
    expect(body).toMatchObject({ gone: false, scan: { scanId: second.id } });
    expect(body.evidence.length).toBeGreaterThan(0);
    expect(body.history.map(({ change, from }) => [change, from.scanId])).toEqual([
      ['became-unknown', second.id],
      [expect.stringMatching(/^(new|appeared)$/), first.id],
    ]);
    expect(body.history[1]?.until).toMatchObject({ scanId: second.id });
    expect(body.elsewhere.length).toBeGreaterThan(5);
    const told = new Set(body.elsewhere.map(({ check, outcome }) => `${check} ${outcome}`));
    expect([...told]).toEqual(['fail', 'unknown', 'pass'].map((one) => `gd-enabled ${one}`));
  });

  test('that nobody has is not found', async () => {
    expect((await get(`/api/findings/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

type Side = { outcome: string; reason: object } | null;
type Row = { fingerprint: string; change: string; before: Side; after: Side };
type Drifted = { counts: Record<string, number>; findings: Row[] };
type Changes = Drifted & { before: { scanId: string } | null };
type Comparison = { drift: Drifted };

describe('what changed', () => {
  test('between a scan and the one before is what comparing their reports finds', async () => {
    const { body } = await get<Changes>(`/api/scans/${second.id}/changes`);
    const compared = await get<Comparison>(`/api/compare?from=${first.id}&to=${second.id}`);

    expect(body.before?.scanId).toBe(first.id);
    expect(body.counts['became-unknown']).toBeGreaterThan(0);
    expect(body.counts).toEqual(compared.body.drift.counts);
    for (const { change, before, after } of body.findings)
      if (change === 'became-unknown')
        expect([before, after?.outcome]).toEqual([expect.anything(), 'unknown']);
    const reasons = (rows: Row[]) =>
      new Map(rows.map((row) => [row.fingerprint, [row.before?.reason, row.after?.reason]]));
    expect(reasons(body.findings)).toEqual(reasons(compared.body.drift.findings));
  });

  test('in the first scan is everything, as first seen', async () => {
    const { body } = await get<Changes>(`/api/scans/${first.id}/changes`);

    expect(body.before).toBeNull();
    expect(Object.keys(body.counts).toSorted()).toEqual(['appeared', 'new']);
    expect(body.findings).toHaveLength(50);
  });

  test('over time has a point a day, and no mark where nothing of ours changed', async () => {
    const { body } = await get<{
      points: { scanId: string; marks: string[]; comparable: unknown; score: unknown }[];
    }>('/api/trend?days=30');

    expect(body.points.map(({ scanId }) => scanId)).toEqual([first.id, second.id]);
    expect(body.points.every(({ marks }) => marks.length === 0)).toBe(true);
    for (const { comparable, score } of body.points) expect(comparable).toBe(score);
    expect((await get('/api/trend?days=401')).status).toBe(400);
  });

  test('is not found with a scan that nobody ran', async () => {
    expect((await get(`/api/compare?from=${first.id}&to=none`)).status).toBe(404);
  });
});

describe('the overview', () => {
  test('shows each account with its own score, and what is done everywhere', async () => {
    const report = await reportOf(second);
    const { body } = await get<{ stepsDone: number; accounts: object[]; source: string }>(
      '/api/overview',
    );

    expect(body).toMatchObject({
      source: 'simulated',
      stepsDone: report.firstSteps.done,
      accounts: [
        { account, scanId: second.id, score: report.score.value, upTo: report.score.upTo },
      ],
    });
  });
});

describe('who may see what', () => {
  test('an auditor of another account sees none of this, in any way', async () => {
    const row = (await get<List>('/api/findings')).body.findings[0];
    const until = '2027-01-01T00:00:00Z';
    const access = { role: 'auditor', accounts: ['999999999999'], until } as const;
    await addTestPerson(install, 'outside@example.com', access);
    const outside = await signInAs(install, 'outside@example.com');

    expect((await get<List>('/api/findings', outside)).body).toMatchObject({
      findings: [],
      total: 0,
    });
    expect((await get<{ accounts: [] }>('/api/overview', outside)).body.accounts).toEqual([]);
    for (const path of [
      `/api/findings/${row?.fingerprint}`,
      `/api/scans/${second.id}/changes`,
      `/api/compare?from=${first.id}&to=${second.id}`,
      `/api/trend?account=${account}`,
      `/api/reports/latest?account=${account}`,
    ])
      expect([path, (await get(path, outside)).status]).toEqual([path, 404]);
  });

  test('a real account never mixes with a made-up one of the same number', async () => {
    real = true;
    faults = [];
    const third = await scan('aws');
    const latest = `/api/reports/latest?account=${account}`;

    const chosen = await get<{ scan: Scan }>(latest);
    const madeUp = await get<{ scan: Scan }>(`${latest}&source=simulated`);
    const list = await get<List>('/api/findings');
    const compared = await get(`/api/compare?from=${second.id}&to=${third.id}`);
    const trend = await get<{ points: object[] }>(`/api/trend?account=${account}`);
    const before = await get<Changes>(`/api/scans/${third.id}/changes`);

    expect(chosen.body.scan.id).toBe(third.id);
    expect(madeUp.body.scan.id).toBe(second.id);
    expect(list.body.source).toBe('aws');
    expect(list.body.findings.every(({ since }) => since >= '2026-11-17')).toBe(true);
    expect([compared.status, compared.body]).toMatchObject([400, { code: 'not-comparable' }]);
    expect(trend.body.points).toHaveLength(1);
    expect(before.body.before).toBeNull();
  });
});
