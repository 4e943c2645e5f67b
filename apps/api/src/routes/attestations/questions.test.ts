import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession } from '@ippo/collectors';
import type { AccountQuestion, Scan } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTestPerson, signInAs } from '../../testing/people.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const begin = new Date('2026-11-16T00:00:00Z');
let install: TestInstall;
let owner: string;
let now = begin;
let scan: Scan;

beforeAll(async () => {
  install = await openTestInstall({
    now: () => now,
    openTarget: async () => simulatedSession('acme-demo', { now }),
  });
  owner = await install.signIn('owner');
  const started = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
  do {
    await pause(50);
    scan = (await install.send('get', `/api/scans/${started.body.id}`, owner)).body as Scan;
  } while (scan.finishedAt === null);
});
afterAll(() => install.close());

type List = { questions: AccountQuestion[]; total: number; counts: Record<string, number> };

async function list(query = '', cookie = owner): Promise<List> {
  return (await install.send('get', `/api/answers${query}`, cookie)).body as List;
}

function answer(of: AccountQuestion | undefined, changes: object = {}) {
  const { check = '', question = '', scanId = '' } = of ?? {};
  const body = { check, question, answer: 'yes', ...changes };
  return install.send('post', `/api/scans/${scanId}/answers`, owner).send(body);
}

describe('questions for people', () => {
  test('are all there before anybody answered, each beside the newest scan of its account', async () => {
    const { questions, counts, total } = await list();

    expect(total).toBeGreaterThan(3);
    expect(counts).toEqual({ unanswered: total, expired: 0, answered: 0 });
    expect(questions.map(({ check }) => check)).toContain('org-multi-account');
    expect(questions.every((one) => one.scanId === scan.id && one.answers.length === 0)).toBe(true);
  });

  test('that are answered come after those that are not, the soonest to run out first', async () => {
    const { questions, total } = await list();
    const environments = questions.filter(({ check }) => check === 'org-env-separation');
    await answer(environments[0], { validDays: 180, note: 'Two accounts.' });
    await answer(environments[1], { validDays: 30 });

    const after = await list();

    expect(after.counts).toEqual({ unanswered: total - 2, expired: 0, answered: 2 });
    expect(after.questions.slice(-2).map(({ question }) => question)).toEqual([
      environments[1]?.question,
      environments[0]?.question,
    ]);
    expect((await list('?state=answered')).total).toBe(2);
  });

  test('keep every answer that was given, and stay in the list once it ran out', async () => {
    now = new Date(begin.getTime() + 31 * dayMs);
    const [expired] = (await list('?state=expired')).questions;
    await answer(expired, { answer: 'no', note: 'One is shared now.' });

    const again = (await list('?state=answered')).questions.find(
      ({ question }) => question === expired?.question,
    );

    expect(expired).toMatchObject({
      state: 'expired',
      answers: [{ answer: 'yes', expired: true }],
    });
    expect(again?.answers).toMatchObject([
      { answer: 'no', by: 'The owner', note: 'One is shared now.', expired: false },
      { answer: 'yes', expired: true },
    ]);
  });

  test('are not those of an account that somebody may not see', async () => {
    const until = '2027-06-01T00:00:00Z';
    const access = { role: 'auditor', accounts: ['999999999999'], until } as const;
    await addTestPerson(install, 'out@example.com', access);

    const { total, questions } = await list('', await signInAs(install, 'out@example.com'));

    expect([total, questions]).toEqual([0, []]);
  });
});
