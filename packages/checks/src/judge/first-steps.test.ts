import type { Attestation, Outcome, StepId } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../checks.gen.ts';
import type { Check } from '../define-check.ts';
import { ACCOUNT, daysAgo, NOW } from '../testing/evidence.ts';
import { madeCheck, madeFinding } from '../testing/made-results.ts';
import { firstSteps } from './first-steps.ts';
import { checkResult } from './roll-up.ts';

const checks: readonly Check[] = checkRegistry;
const allAnswers: Attestation[] = [
  answer('org-env-separation', 'environments'),
  answer('org-env-separation', 'billing'),
  answer('org-env-separation', 'delegation'),
  answer('org-env-separation', 'workloads'),
];

function answer(check: string, question: string, changes: Partial<Attestation> = {}): Attestation {
  const said = { account: ACCOUNT, check, question, answer: 'yes', by: 'sato' } as const;
  return { ...said, at: daysAgo(1), until: daysAgo(-90), ...changes };
}

type Said = { outcome: Outcome; code?: string };

/** The seven steps where every check passes and a person said yes, but for these. */
function steps(said: Readonly<Record<string, Said>>, answers: readonly Attestation[] = allAnswers) {
  const usual: Record<string, Said> = {
    'org-env-separation': { outcome: 'manual', code: 'answered-yes' },
  };
  const results = checks.map((check) => {
    const { outcome, code = 'met' } = said[check.id] ?? usual[check.id] ?? { outcome: 'pass' };
    return checkResult(check, [madeFinding(outcome, code)]);
  });
  return firstSteps(results, checks, answers, NOW);
}

function stateOf(step: StepId, ...given: Parameters<typeof steps>) {
  return steps(...given).items.find(({ id }) => id === step)?.state;
}

const unowned = {
  'org-multi-account': { outcome: 'unknown', code: 'org-ownership-unknown' },
} as const;
const gone = { outcome: 'not-applicable', code: 'root-has-no-credentials' } as const;
const blocked = { outcome: 'not-applicable', code: 'blocked-by' } as const;

describe('the seven first steps', () => {
  test('all met and answered is seven of seven', () => {
    expect(steps({})).toMatchObject({ done: 7, unknown: 0, total: 7 });
  });

  test('each step names its checks', () => {
    expect(steps({}).items.map(({ id, checks: of }) => [id, of])).toEqual([
      ['own-accounts', ['org-env-separation', 'org-multi-account']],
      ['root-mfa', ['root-mfa']],
      ['root-access-key', ['root-access-key']],
      ['root-unused', ['root-usage']],
      ['trail', ['ct-delivery', 'ct-enabled', 'ct-multi-region']],
      ['config', ['cfg-recording']],
      ['guardduty', ['gd-enabled']],
    ]);
  });

  test.each([
    ['a fail is not done', { outcome: 'fail' }, 'not-done'],
    ['blocked is not done', blocked, 'not-done'],
    ['unknown is unknown', { outcome: 'unknown', code: 'not-read' }, 'unknown'],
    ['pass is done', { outcome: 'pass' }, 'done'],
  ] as const)('%s', (_sentence, said, state) => {
    for (const [step, check] of [
      ['root-mfa', 'root-mfa'],
      ['root-access-key', 'root-access-key'],
      ['root-unused', 'root-usage'],
      ['config', 'cfg-recording'],
      ['guardduty', 'gd-enabled'],
    ] as const)
      expect(stateOf(step, { [check]: said }), step).toBe(state);
  });

  test('root steps are not needed where root has no credentials, and count as done', () => {
    const report = steps({ 'root-mfa': gone, 'root-usage': gone });

    expect(report.items.filter(({ state }) => state === 'not-needed').map(({ id }) => id)).toEqual([
      'root-mfa',
      'root-unused',
    ]);
    expect(report).toMatchObject({ done: 7, unknown: 0 });
  });

  test('GovCloud has no root sign-in: done, not "nothing to protect"', () => {
    const lacks = { outcome: 'not-applicable', code: 'partition-lacks-it' } as const;

    expect(stateOf('root-mfa', { 'root-mfa': lacks })).toBe('done');
  });
});

describe('a step of one line', () => {
  const asking = madeCheck('asking', {
    step: 'config',
    stepQuestion: { question: 'ours', ifReason: 'unowned' },
  });

  function configStep(outcome: Outcome, code: string, ...answers: Attestation[]) {
    const result = checkResult(asking, [madeFinding(outcome, code)]);
    return firstSteps([result], [asking], answers, NOW).items.find(({ id }) => id === 'config')
      ?.state;
  }

  test('is done by a yes, also where evidence cannot tell', () => {
    expect(configStep('manual', 'answered-yes')).toBe('done');
    expect(configStep('unknown', 'unowned', answer('asking', 'ours'))).toBe('done');
    expect(configStep('unknown', 'unowned')).toBe('unknown');
  });

  test('a step without a check, and a check without a result, are unknown', () => {
    const none = firstSteps([], [], [], NOW);
    const unjudged = firstSteps([], checks, [], NOW);

    for (const { items, unknown, done } of [none, unjudged]) {
      expect(items.map(({ state }) => state)).toEqual(items.map(() => 'unknown'));
      expect({ unknown, done }).toEqual({ unknown: 7, done: 0 });
    }
  });
});

describe('the trail step has three lines', () => {
  const lines = ['ct-enabled', 'ct-multi-region', 'ct-delivery'];

  test.each(lines)('is unknown where one line has no result: %s', (id) => {
    const judged = checks.filter((check) => check.step === 'trail' && check.id !== id);
    const results = judged.map((check) => checkResult(check, [madeFinding('pass')]));

    const { items } = firstSteps(results, checks, [], NOW);

    expect(items.find((item) => item.id === 'trail')?.state).toBe('unknown');
  });

  test.each(lines)('one fail holds it: %s', (id) => {
    expect(stateOf('trail', { [id]: { outcome: 'fail' } })).toBe('not-done');
  });

  test('a fail outweighs an unknown', () => {
    const said = {
      'ct-enabled': { outcome: 'unknown' },
      'ct-delivery': { outcome: 'fail' },
    } as const;

    expect(stateOf('trail', said)).toBe('not-done');
  });

  test('an unknown outweighs what is done', () => {
    expect(stateOf('trail', { 'ct-delivery': { outcome: 'unknown' } })).toBe('unknown');
  });

  test('a Lake store instead of a trail: delivery does not hold it up, the multi-region trail does', () => {
    const nothing = { outcome: 'not-applicable', code: 'nothing-to-judge' } as const;

    expect(stateOf('trail', { 'ct-delivery': nothing })).toBe('done');
    expect(
      stateOf('trail', { 'ct-delivery': nothing, 'ct-multi-region': { outcome: 'fail' } }),
    ).toBe('not-done');
  });
});

describe('the accounts step has two lines', () => {
  test.each([
    ['unanswered', 'unknown'],
    ['answer-expired', 'unknown'],
    ['answered-no', 'not-done'],
    ['answered-yes', 'done'],
  ] as const)('separation %s: %s', (code, state) => {
    expect(stateOf('own-accounts', { 'org-env-separation': { outcome: 'manual', code } })).toBe(
      state,
    );
  });

  test.each([
    ['yes', {}, 'done'],
    ['no', { answer: 'no' }, 'not-done'],
    ['expired', { until: daysAgo(0.5) }, 'unknown'],
    ['given after the scan', { at: daysAgo(-1) }, 'unknown'],
    ['given to another question', { question: 'environments' }, 'unknown'],
  ] satisfies [string, Partial<Attestation>, string][])(
    'ownership unknown and the answer is %s: %s',
    (_sentence, changes, state) => {
      const answers = [...allAnswers, answer('org-multi-account', 'organization-ours', changes)];

      expect(stateOf('own-accounts', unowned, answers)).toBe(state);
    },
  );

  test('ownership unknown and unanswered is unknown', () => {
    expect(stateOf('own-accounts', unowned)).toBe('unknown');
  });

  test('a yes about ownership completes no other unknown, and no fail', () => {
    const answers = [...allAnswers, answer('org-multi-account', 'organization-ours')];
    const unread = { 'org-multi-account': { outcome: 'unknown', code: 'not-read' } } as const;
    const alone = { 'org-multi-account': { outcome: 'fail', code: 'standalone' } } as const;

    expect(stateOf('own-accounts', unread, answers)).toBe('unknown');
    expect(stateOf('own-accounts', alone, answers)).toBe('not-done');
  });
});
