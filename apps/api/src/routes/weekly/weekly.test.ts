import type { Week } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLog } from '../../store/audit.ts';
import { addTestPerson, signInAs } from '../../testing/people.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';
import {
  bright,
  keepScanAt,
  recording,
  underAttack,
  withoutUserMfa,
} from '../../testing/weeks-of-history.ts';

const zone = 'Asia/Tokyo';
let install: TestInstall;
let owner: string;
let today = new Date('2026-11-16T00:10:00Z');

/** Scans on Mondays in Tokyo, but for one week; the last one finds the trail stopped and five people mended. */
beforeAll(async () => {
  install = await openTestInstall({ now: () => today });
  owner = await install.signIn('owner');
  const { db } = install.services;
  const before = (at: string) =>
    keepScanAt(db, new Date(at), (world) => withoutUserMfa(recording(bright(world))));
  await before('2026-10-19T00:03:00Z');
  await before('2026-10-26T00:03:00Z');
  await before('2026-11-09T00:03:00Z');
  await keepScanAt(db, new Date('2026-11-16T00:03:00Z'), bright);
});
afterAll(() => install.close());

async function read(query = `zone=${zone}`, cookie = owner): Promise<Week> {
  const { body } = await install.send('get', `/api/weekly?${query}`, cookie);
  return body as Week;
}

async function post(path: string, body: object = {}, cookie = owner) {
  const answer = await install.send('post', `/api/weekly/${path}`, cookie).send({ zone, ...body });
  return { status: answer.status, code: answer.body.code as string, body: answer.body };
}

describe('a week', () => {
  test('compares its last scan with the last one before it', async () => {
    const week = await read();

    expect(week).toMatchObject({
      ...{ week: '2026-W47', current: true, state: 'open', review: null },
      ...{ from: '2026-11-15T15:00:00.000Z', until: '2026-11-22T15:00:00.000Z' },
      was: { at: '2026-11-09T00:03:00.000Z', regions: { total: 17, unread: {} } },
      now: { at: '2026-11-16T00:03:00.000Z', because: ['ct-enabled'] },
      headline: { form: 'step-back', about: { kind: 'step', id: 'trail' }, count: 1 },
      ours: { rulesDiffer: false, settingsDiffer: false },
    });
    expect(week.was?.stepsDone).toBe((week.now?.stepsDone ?? 0) + 1);
    expect(week.worse.map(({ check }) => check)).toContain('ct-enabled');
    expect(week.better).toMatchObject([{ check: 'iam-user-mfa', places: 5, left: 2 }]);
  });

  test('has the same next step, score and digest as the report of its scan', async () => {
    const week = await read();
    const { body } = await install.send('get', '/api/reports/latest', owner);
    const { report } = body as { report: { score: { value: number; before: number } } };

    expect(week.now).toMatchObject({ score: report.score.value, before: report.score.before });
    expect(week.now?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(week.next).toMatchObject({
      check: 'ct-enabled',
      step: 'trail',
      score: { from: report.score.value },
    });
    expect(week.nextKnown).toBe(true);
  });

  test('without a scan says so and keeps what was before it', async () => {
    const week = await read(`zone=${zone}&week=2026-W45`);

    expect(week).toMatchObject({
      ...{ state: 'no-scan', now: null, worse: [], better: [], next: null },
      was: { at: '2026-10-26T00:03:00.000Z' },
      headline: { form: 'no-scan' },
    });
  });

  test('that is the first has nothing to compare with', async () => {
    const week = await read(`zone=${zone}&week=2026-W43`);

    expect(week).toMatchObject({ was: null, headline: { form: 'first-week' } });
  });

  test('begins by the clock of a zone: there Monday morning is still Sunday', async () => {
    const week = await read('zone=America/Los_Angeles');

    expect(week).toMatchObject({ week: '2026-W46', current: true });
    expect(week.was?.at).toBe('2026-11-09T00:03:00.000Z');
    expect(week.now?.at).toBe('2026-11-16T00:03:00.000Z');
  });

  test('stands in a row with those before it: missed, without a scan, open', async () => {
    const week = await read();

    expect(week.weeks.map(({ week: name, state }) => `${name} ${state}`)).toEqual([
      '2026-W43 missed',
      '2026-W44 missed',
      '2026-W45 no-scan',
      '2026-W46 open',
      '2026-W47 open',
    ]);
  });

  test.each([
    ['zone=Mars/Olympus', 400, 'time-zone-unknown'],
    ['', 400, 'bad-request'],
    [`zone=${zone}&week=2027-W53`, 400, 'bad-request'],
    [`zone=${zone}&account=999999999999`, 404, 'no-report'],
  ])('asked for with %j answers %i %s', async (query, status, code) => {
    const answer = await install.send('get', `/api/weekly?${query}`, owner);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('the review of a week', () => {
  test('records who, when and a note, once, and can be taken back for ten minutes', async () => {
    const note = '証跡を再開する\n=cmd()';

    const made = await post('2026-W47/review', { note });
    const again = await post('2026-W47/review');
    const shown = await read();
    today = new Date(today.getTime() + 9 * 60_000);
    const undone = await post('2026-W47/review/undo');
    const after = await read();

    expect(made.body).toEqual({
      ...{ by: 'The owner', at: '2026-11-16T00:10:00.000Z', note },
      undoUntil: '2026-11-16T00:20:00.000Z',
    });
    expect([again.status, again.code]).toEqual([409, 'week-reviewed']);
    expect(shown).toMatchObject({ state: 'reviewed', review: made.body });
    expect(undone.body).toEqual({ undone: true });
    expect(after).toMatchObject({ state: 'open', review: null });
    const log = await readAuditLog(install.services.db);
    expect(log.slice(-2).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'week.reviewed 2026-W47',
      'week.review-undone 2026-W47',
    ]);
  });

  test('cannot be taken back after ten minutes, nor where there is none', async () => {
    const none = await post('2026-W47/review/undo');
    await post('2026-W47/review');
    today = new Date(today.getTime() + 10 * 60_000);

    const late = await post('2026-W47/review/undo');

    expect([none.code, late.code]).toEqual(['review-not-undone', 'review-not-undone']);
    expect((await read()).state).toBe('reviewed');
  });

  test('is open until the next week ends, and needs a scan to look at', async () => {
    const lastWeek = await post('2026-W46/review');
    const older = await post('2026-W44/review');
    const empty = await post('2026-W45/review');
    const coming = await post('2026-W48/review');

    expect(lastWeek.status).toBe(200);
    expect([older.code, empty.code, coming.code]).toEqual([
      ...['week-over', 'week-without-scan', 'week-without-scan'],
    ]);
  });

  test('takes a note of 2,000 characters and no more', async () => {
    const long = await post('2026-W48/review', { note: 'a'.repeat(2_001) });
    const fits = await post('2026-W48/review', { note: 'あ'.repeat(2_000) });

    expect([long.code, fits.code]).toEqual(['bad-request', 'week-without-scan']);
  });

  test('is for owners and operators; a viewer reads, an auditor only their account', async () => {
    const viewer = await install.signIn('viewer');
    const operator = await install.signIn('operator');
    const until = '2027-01-01T00:00:00Z';
    const access = { role: 'auditor', accounts: ['999999999999'], until } as const;
    await addTestPerson(install, 'outside@example.com', access);
    const outside = await signInAs(install, 'outside@example.com');

    const refused = await post('2026-W47/review', {}, viewer);
    const allowed = await post('2026-W47/review', {}, operator);
    const hidden = await install.send('get', `/api/weekly?zone=${zone}`, outside);
    const alerts = await install.send('get', '/api/alerts', outside);

    expect([refused.status, refused.code]).toEqual([403, 'forbidden']);
    expect(allowed.code).toBe('week-reviewed');
    expect((await read(`zone=${zone}`, viewer)).state).toBe('reviewed');
    expect([hidden.status, alerts.status]).toEqual([404, 404]);
  });
});

describe('alerts', () => {
  test('stay silent while nothing is lost, and come with what is, since when', async () => {
    const { db } = install.services;
    const calm = await install.send('get', '/api/alerts', owner);
    await keepScanAt(db, new Date('2026-11-17T00:03:00Z'), underAttack);
    await keepScanAt(db, new Date('2026-11-18T00:03:00Z'), underAttack);

    const { body } = await install.send('get', '/api/alerts', owner);

    expect(calm.body.alerts).toEqual([]);
    const since = '2026-11-17T00:03:00.000Z';
    expect(body.alerts).toMatchObject([
      { kind: 'threats', findings: 1, regions: ['ap-northeast-1'], since },
      { kind: 'critical-unknown', since },
      {
        kind: 'regions-dark',
        regions: ['ca-central-1', 'eu-north-1', 'sa-east-1', 'us-west-1'],
        since,
      },
    ]);
  });

  test('of fallen coverage are of the newest scan alone', async () => {
    const week = await read();

    expect(week.headline).toMatchObject({ form: 'step-back' });
    expect(week.lost).toContain('ct-enabled');
    expect(Object.keys(week.now?.regions?.unread ?? {})).toHaveLength(4);
  });

  test('show on a trend: what moved, the score before halving, and what could be judged', async () => {
    const { body } = await install.send('get', '/api/trend?days=84', owner);

    const points = body.points as { moved: { id: string; to: string }[]; before: number | null }[];
    expect(points.map(({ moved }) => moved.map(({ id, to }) => `${id} ${to}`))).toEqual([
      ...[[], [], [], ['trail not-done']],
      ['config unknown'],
      [],
    ]);
    expect(points.at(3)).toMatchObject({ checks: { judged: 24, total: 25 } });
    expect(points.at(3)?.before).toBeGreaterThan(50);
    expect(points.at(-1)?.before).toBeNull();
  });
});
