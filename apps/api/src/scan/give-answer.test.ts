import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession } from '@ippo/collectors';
import type { GivenAnswer, ScanReport, Source } from '@ippo/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { listJudgements } from '../store/reports.ts';
import { openTestStore } from '../testing/test-store.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

const day = 24 * 60 * 60_000;
const separation = ['environments', 'billing', 'delegation', 'workloads'];

let store: Store;
let install: TestInstall;
let owner: string;
let clock: Date;
let world: string;
let source: Source | null;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  world = 'spotless';
  source = null;
  const openTarget = async () => ({ ...simulatedSession(world), ...(source && { source }) });
  install = await openTestInstall({ store, openTarget, now: () => clock });
  owner = await install.signIn('owner');
});
afterEach(() => install.close());
afterAll(() => store.close());

/** Scans and waits for the end; the scan's id. */
async function scan(): Promise<string> {
  const { body } = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
  const { scans } = install.services;
  while ((await scans.read(body.id, everyAccount)).finishedAt === null) await pause(10);
  clock = new Date(Math.max(clock.getTime(), Date.now()) + 1_000);
  return body.id;
}

function answer(id: string, question: string, said: object = {}, cookie = owner) {
  const body = { check: 'org-env-separation', question, answer: 'yes', ...said };
  return install.send('post', `/api/scans/${id}/answers`, cookie).send(body);
}

async function answerAll(id: string, said: object = {}): Promise<void> {
  for (const question of separation)
    expect((await answer(id, question, said)).status, question).toBe(200);
}

async function answersOf(id: string): Promise<GivenAnswer[]> {
  return (await install.send('get', `/api/scans/${id}/answers`, owner)).body.answers;
}

async function reportOf(id: string): Promise<ScanReport> {
  return (await install.send('get', `/api/scans/${id}/report`, owner)).body.report;
}

async function firstStep(id: string) {
  return (await reportOf(id)).firstSteps.items[0]?.state;
}

async function reasonOf(id: string) {
  const { checks } = await reportOf(id);
  return checks.find((check) => check.id === 'org-env-separation')?.reason.code;
}

describe('an answer', () => {
  test('keeps who gave it, when, until when and why, and says so to everyone signed in', async () => {
    const id = await scan();
    const at = clock;

    const given = await answer(id, 'billing', { note: ' each team has its own ', validDays: 30 });
    const auditor = await install.signIn('auditor');
    const { body } = await install.send('get', `/api/scans/${id}/answers`, auditor);

    const expected = {
      ...{ check: 'org-env-separation', question: 'billing', answer: 'yes', expired: false },
      ...{ by: 'The owner', note: 'each team has its own', at: at.toISOString() },
      until: new Date(at.getTime() + 30 * day).toISOString(),
    };
    expect(given.body).toEqual({ given: expected, judgedScan: id });
    expect(body).toEqual({ answers: [expected] });
  });

  test('holds for 180 days where nothing else is said', async () => {
    const { body } = await answer(await scan(), 'billing', { note: '' });

    expect(Date.parse(body.given.until) - Date.parse(body.given.at)).toBe(180 * day);
    expect(body.given).not.toHaveProperty('note');
  });

  test('finishes the first step once every question has its yes', async () => {
    const id = await scan();
    const before = await firstStep(id);

    await answerAll(id);

    expect([before, await firstStep(id)]).toEqual(['unknown', 'done']);
    expect(await reasonOf(id)).toBe('answered-yes');
  });

  test('of no leaves the step to do, until a later yes', async () => {
    const id = await scan();
    await answerAll(id);
    clock = new Date(clock.getTime() + 1_000);

    await answer(id, 'billing', { answer: 'no' });
    const refused = await firstStep(id);
    clock = new Date(clock.getTime() + 1_000);
    await answer(id, 'billing');

    expect(refused).toBe('not-done');
    expect(await firstStep(id)).toBe('done');
    expect((await answersOf(id)).slice(0, 2).map((one) => one.answer)).toEqual(['yes', 'no']);
  });

  test('never makes the check itself pass or moves the score', async () => {
    const id = await scan();
    const before = await reportOf(id);

    await answerAll(id);

    const after = await reportOf(id);
    expect(after.score).toEqual(before.score);
    expect(after.checks.map(({ outcome }) => outcome)).toEqual(
      before.checks.map(({ outcome }) => outcome),
    );
  });

  test('counts in the next scan too', async () => {
    await answerAll(await scan());
    clock = new Date(clock.getTime() + 1_000);

    const next = await scan();

    expect(await firstStep(next)).toBe('done');
    expect(await listJudgements(install.services.db, next)).toHaveLength(1);
  });

  test('that may have come while a scan was being judged is judged once more', async () => {
    await answerAll(await scan());

    const sameInstant = await scan();

    expect(await firstStep(sameInstant)).toBe('done');
    expect(await listJudgements(install.services.db, sameInstant)).toHaveLength(2);
  });
});

describe('an answer whose time is over', () => {
  test('is shown as expired and no longer counts', async () => {
    const id = await scan();
    await answerAll(id, { validDays: 1 });
    clock = new Date(clock.getTime() + day + 60_000);

    const answers = await answersOf(id);
    const next = await scan();

    expect(answers.map(({ expired }) => expired)).toEqual([true, true, true, true]);
    expect(await reasonOf(next)).toBe('answer-expired');
    expect(await firstStep(next)).toBe('unknown');
  });

  test('counts to its last moment', async () => {
    const id = await scan();
    await answerAll(id, { validDays: 1 });
    const { until = '' } = (await answersOf(id)).at(-1) ?? {};
    clock = new Date(until);

    const answers = await answersOf(id);

    expect(answers.every(({ expired }) => !expired)).toBe(true);
  });
});

describe('a judgement', () => {
  test('with answers is kept beside the earlier ones, which nobody can change', async () => {
    const id = await scan();
    const { db } = install.services;
    const [first] = await listJudgements(db, id);

    await answer(id, 'billing');
    await answer(id, 'workloads', { answer: 'no' });

    const judgements = await listJudgements(db, id);
    expect(judgements).toHaveLength(3);
    expect(judgements[0]).toEqual(first);
    expect(new Set(judgements.map(({ report }) => report.evidenceDigest)).size).toBe(1);
    expect(judgements.map(({ report }) => report.firstSteps.items[0]?.state)).toEqual([
      'unknown',
      'unknown',
      'not-done',
    ]);
    for (const [table, column] of Object.entries({ reports: 'body', attestations: 'answer' })) {
      await expect(db.execute(`delete from ${table}`)).rejects.toThrow();
      await expect(db.execute(`update ${table} set ${column} = 'yes'`)).rejects.toThrow();
    }
    expect(await listJudgements(db, id)).toEqual(judgements);
  });

  test('is of the newest scan, whichever one the person looked at', async () => {
    const older = await scan();
    const newer = await scan();

    const { body } = await answer(older, 'billing', { answer: 'no' });

    expect(body.judgedScan).toBe(newer);
    expect([await firstStep(older), await firstStep(newer)]).toEqual(['unknown', 'not-done']);
  });
});

describe('answers about made-up data', () => {
  test('never count for the real account of the same number, nor the other way round', async () => {
    const demo = await scan();
    await answerAll(demo);
    source = { kind: 'aws' };

    const real = await scan();
    await answer(real, 'billing', { answer: 'no' });

    expect(await answersOf(real)).toMatchObject([{ question: 'billing', answer: 'no' }]);
    expect(await answersOf(demo)).toHaveLength(4);
    expect([await firstStep(demo), await firstStep(real)]).toEqual(['done', 'not-done']);
  });

  test('never count for another made-up account', async () => {
    const spotless = await scan();
    await answerAll(spotless);
    world = 'wide-open';

    const other = await scan();

    expect(await answersOf(other)).toEqual([]);
    expect(await answersOf(spotless)).toHaveLength(4);
    expect(await reasonOf(other)).toBe('unanswered');
  });
});

describe('bad input', () => {
  test.each([
    ['an unknown question', { question: 'weather' }, 400, 'unknown-question'],
    ['an unknown check', { check: 'weather' }, 400, 'unknown-question'],
    ['a name that every object has', { question: 'constructor' }, 400, 'unknown-question'],
    ['no days', { validDays: 0 }, 400, 'bad-request'],
    ['more than a year', { validDays: 366 }, 400, 'bad-request'],
    ['half a day', { validDays: 1.5 }, 400, 'bad-request'],
    ['a long note', { note: 'x'.repeat(501) }, 400, 'bad-request'],
    ['a NUL in the note', { note: 'a\u0000b' }, 400, 'bad-request'],
  ])('%s is refused and changes nothing', async (_name, said, status, code) => {
    const id = await scan();

    const { body, ...response } = await answer(id, 'billing', said);

    expect([response.status, body.code]).toEqual([status, code]);
    expect(await answersOf(id)).toEqual([]);
    expect(await listJudgements(install.services.db, id)).toHaveLength(1);
  });

  test('about a scan that is not there, or has no report, is refused', async () => {
    const { body } = await install.send('post', '/api/scans', owner).send({ target: 'demo' });

    const none = await answer('none', 'billing');
    await install.send('post', `/api/scans/${body.id}/cancel`, owner).send({});
    const early = await answer(body.id, 'billing');

    expect([none.status, none.body.code]).toEqual([404, 'not-found']);
    expect([early.status, early.body.code]).toEqual([404, 'no-report']);
  });

  test.each(['viewer', 'auditor'] as const)('someone who is %s cannot answer', async (role) => {
    const id = await scan();

    const { body } = await answer(id, 'billing', {}, await install.signIn(role));

    expect(body.code).toBe('forbidden');
    expect(await answersOf(id)).toEqual([]);
  });
});

test('the audit log has who answered what', async () => {
  const id = await scan();
  const operator = await install.signIn('operator');

  await answer(id, 'billing', { answer: 'no' }, operator);

  const rows = await readAuditLog(install.services.db);
  const row = rows.findLast(({ action }) => action === 'attestation.given');
  expect(row).toMatchObject({
    subject: id,
    detail: { check: 'org-env-separation', question: 'billing', answer: 'no' },
  });
  expect(row?.actor).not.toBeNull();
});
