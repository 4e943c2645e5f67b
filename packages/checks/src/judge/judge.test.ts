import { defaultSettings, emptyScope, scanReportSchema, type Evidence } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import type { Check } from '../define-check.ts';
import { noStores, statusOf, summary, trail, trailLists } from '../testing/aws-literals.ts';
import {
  ACCOUNT,
  answered,
  daysAgo,
  evidence,
  evidenceIn,
  refused,
  regionsListed,
} from '../testing/evidence.ts';
import { madeCheck, says } from '../testing/made-results.ts';
import { judged } from '../testing/property-runs.ts';
import { judge, type JudgeInputs } from './judge.ts';

const main = trail('main');
const account = evidence(trailLists(main), statusOf(main), noStores(), summary());

function resultOf(given: Evidence, check: Check) {
  return judged(given, [], [check]).checks[0];
}

describe('a judgement', () => {
  test('judging twice gives the same canonical JSON, byte for byte', () => {
    const again: Evidence = JSON.parse(JSON.stringify(account));

    expect(canonicalJson(judged(again))).toBe(canonicalJson(judged(account)));
  });

  test('leaves its inputs as they were', () => {
    const before = canonicalJson(account);

    judged(account);

    expect(canonicalJson(account)).toBe(before);
  });

  test('is a report in the stored shape', () => {
    expect(scanReportSchema.parse(judged(account)).checks).toHaveLength(26);
  });

  test('names whose account it is, when, and on what evidence', () => {
    expect(judged(account)).toMatchObject({
      account: ACCOUNT,
      partition: 'aws',
      finishedAt: account.finishedAt,
      source: { kind: 'simulated', world: 'test' },
      evidenceDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      engine: { version: '0.1.0', scoreModel: 'proven-1' },
    });
  });

  test('another source or account gives other fingerprints', () => {
    const prints = [
      account,
      { ...account, source: { kind: 'aws' } as const },
      evidenceIn({ account: '222233334444' }, summary()),
    ].map(
      (given) => judged(given).checks.find(({ id }) => id === 'root-mfa')?.findings[0]?.fingerprint,
    );

    expect(new Set(prints).size).toBe(3);
  });

  test('a setting out of its range is refused, not used', () => {
    const inputs = { evidence: account, scope: emptyScope, attestations: [] };

    expect(() =>
      judge({ ...inputs, settings: { ...defaultSettings, rootUsageWindowDays: 0 } }),
    ).toThrow();
  });

  const no = {
    account: ACCOUNT,
    check: 'org-env-separation',
    question: 'environments',
    answer: 'no',
    by: 'sato',
    at: daysAgo(1),
    until: daysAgo(-1),
  } as const;

  test('an answer is heard for its own account, and for no other', () => {
    const strange = { ...no, account: '222233334444' };

    expect(separation({ attestations: [no] })).toBe('answered-no');
    expect(separation({ attestations: [strange] })).toBe('unanswered');
  });

  test('answers count as of the time that is asked for, else of the end of the scan', () => {
    expect(separation({ attestations: [no], answersAt: daysAgo(2) })).toBe('unanswered');
    expect(separation({ attestations: [no], answersAt: daysAgo(-2) })).toBe('answer-expired');
  });

  function separation(given: Pick<JudgeInputs, 'attestations' | 'answersAt'>) {
    const inputs = { evidence: account, settings: defaultSettings, scope: emptyScope, ...given };
    return judge(inputs).checks.find(({ id }) => id === 'org-env-separation')?.reason.code;
  }
});

describe('a check at fault', () => {
  test('one that throws is unknown, says so, and stops nothing else', () => {
    const broken = madeCheck('broken', {
      evaluate: () => {
        throw new Error('oh no');
      },
    });

    const report = judged(
      account,
      [],
      [broken, madeCheck('fine', { evaluate: () => [says('pass')] })],
    );

    expect(report.checks.map(({ outcome, reason }) => [outcome, reason.code])).toEqual([
      ['unknown', 'check-crashed'],
      ['pass', 'met'],
    ]);
    expect(report.checks[0]?.findings).toHaveLength(1);
  });

  test('one that reads what it did not declare is unknown', () => {
    const nosy = madeCheck('nosy', {
      requires: ['iam.account-summary'],
      evaluate: (view) => {
        view.all('cloudtrail.trails');
        return [says('pass')];
      },
    });

    expect(resultOf(account, nosy)).toMatchObject({
      outcome: 'unknown',
      reason: {
        code: 'check-crashed',
        params: { message: 'reads cloudtrail.trails without declaring it' },
      },
    });
  });

  test.each(['global', 'in', 'of', 'all'] as const)(
    'no way to read is open undeclared: %s',
    (way) => {
      const nosy = madeCheck('nosy', {
        requires: [],
        evaluate: (view) => {
          view[way]('cloudtrail.trails', 'us-east-1');
          return [says('pass')];
        },
      });

      expect(resultOf(account, nosy)?.outcome).toBe('unknown');
    },
  );

  test('a circle of checks is refused', () => {
    const circle = ['a', 'b'].map((id, at) => madeCheck(id, { dependsOn: [['b', 'a'][at] ?? ''] }));

    expect(() => judged(account, [], circle)).toThrow(/circle/);
  });
});

describe('what a next step would gain', () => {
  const critical = madeCheck('c', {
    severity: 'critical',
    step: 'root-mfa',
    evaluate: () => [says('fail')],
  });
  const high = madeCheck('h', { severity: 'high', step: 'config', evaluate: () => [says('fail')] });
  const met = madeCheck('m', {
    severity: 'high',
    step: 'guardduty',
    evaluate: () => [says('pass')],
  });

  test('it is what the score and the steps would be if this one check were met', () => {
    const report = judged(account, [], [critical, high, met]);

    // Now 7.5 / 25 × ½ = 15. Met c: 17.5 / 25 = 70, no half. Met h: 15 / 25 × ½ = 30.
    expect(report.score.value).toBe(15);
    expect(report.checks.map(({ id, ifMet }) => [id, ifMet])).toEqual([
      ['c', { score: 70, done: 2 }],
      ['h', { score: 30, done: 2 }],
      ['m', null],
    ]);
  });

  test('a met check that was unknown may bring the figure back', () => {
    const unread = { ...high, evaluate: () => [says('unknown', 'not-read')] };

    const report = judged(account, [], [unread, met]);

    expect(report.score.value).toBeNull();
    expect(report.checks[0]?.ifMet).toEqual({ score: 100, done: 2 });
  });
});

describe('coverage and what could not be read', () => {
  const seen = evidence(
    regionsListed({ 'us-east-1': 'ENABLED', 'eu-west-1': 'ENABLED', 'af-south-1': 'DISABLED' }),
    answered('guardduty.detectors', [], 'us-east-1'),
    refused('guardduty.detectors', 'denied', 'eu-west-1'),
    refused('config.recorders', 'denied', 'eu-west-1'),
    refused('config.recorders', 'denied', 'us-east-1'),
    refused('iam.credential-report', 'not-ready'),
  );

  test('judged is pass, fail and blocked; the rest of the total is unknown', () => {
    const made = [
      madeCheck('pass', {
        evaluate: () => [says('pass'), { ...says('not-applicable'), facet: 'x' }],
      }),
      madeCheck('fail', { evaluate: () => [says('fail'), { ...says('unknown'), facet: 'x' }] }),
      madeCheck('unknown', { evaluate: () => [says('unknown')] }),
      madeCheck('manual', { evaluate: () => [says('manual')] }),
      madeCheck('blocked', { dependsOn: ['fail-only'], evaluate: () => [says('no-unit')] }),
      madeCheck('fail-only', { evaluate: () => [says('fail')] }),
    ];

    const { coverage } = judged(seen, [], made);

    // Checks: pass, fail, fail-only and blocked are judged, one is unknown, one is for a person.
    expect(coverage.checks).toEqual({ judged: 4, total: 5 });
    // Units: pass, fail, fail and blocked are judged, two are unknown.
    expect(coverage.units).toEqual({ judged: 4, total: 6 });
    // Readings: the identity, the region list and one list of detectors of seven.
    expect(coverage.readings).toEqual({ answered: 3, total: 7 });
  });

  test('what could not be read is grouped by action, region and reason, with the checks that needed it', () => {
    const config = [
      'cfg-all-types',
      'cfg-delivery',
      'cfg-frequency',
      'cfg-global-types',
      'cfg-recording',
      'cfg-retention',
    ];
    const guardDuty = ['gd-enabled', 'gd-features', 'gd-findings', 'gd-notify'];
    const people = [
      'iam-individual-users',
      'iam-user-mfa',
      'root-access-key',
      'root-mfa',
      'root-signing-cert',
      'root-usage',
    ];

    expect(judged(seen).unreadable).toEqual([
      group('config:Read-recorders', 'eu-west-1', 'denied', config),
      group('guardduty:Read-detectors', 'eu-west-1', 'denied', guardDuty),
      group('iam:Read-credential-report', 'global', 'not-ready', people),
      group('config:Read-recorders', 'us-east-1', 'denied', config),
    ]);
  });

  test('two refusals of one action in one region are one line that counts two', () => {
    const one = { region: 'us-east-1', resource: 'a' };
    const given = evidence(
      refused('guardduty.detector', 'denied', one),
      refused('guardduty.detector', 'denied', { ...one, resource: 'b' }),
      refused('guardduty.detector', 'throttled', { ...one, resource: 'c' }),
    );

    expect(judged(given).unreadable.map(({ reason, count }) => [reason, count])).toEqual([
      ['denied', 2],
      ['throttled', 1],
    ]);
  });

  function group(action: string, region: string, reason: string, checks: string[]) {
    return { action, region, reason, checks, count: 1 };
  }
});
