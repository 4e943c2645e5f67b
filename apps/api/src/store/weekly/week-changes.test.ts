import type { Outcome } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { weekChanges, wayOf } from './week-changes.ts';
import type { WeekFinding, WeekSide } from './week-spans.ts';

const since = new Date('2026-11-10T00:00:00Z');

function side(outcome: Outcome | 'blocked', known: Outcome | null = null): WeekSide {
  const blocked = outcome === 'blocked';
  const reason = blocked
    ? { code: 'blocked-by', params: { check: 'ct-enabled' } }
    : { code: 'met', params: {} };
  return { outcome: blocked ? 'not-applicable' : outcome, blocked, reason, since, known };
}

function finding(
  check: string,
  before: WeekSide | null,
  after: WeekSide | null,
  more: Partial<WeekFinding> = {},
): WeekFinding {
  return {
    ...{ fingerprint: `${check} ${more.region ?? ''}`, check, severity: 'high' },
    ...{ region: 'global', resource: '', facet: null, before, after, ours: false },
    ...more,
  };
}

describe('which way a finding went', () => {
  test.each<[string, WeekSide | null, WeekSide | null, string]>([
    ['a pass that fails', side('pass'), side('fail'), 'worse changed'],
    ['a fail that passes', side('fail'), side('pass'), 'better changed'],
    ['a fail that no longer applies', side('fail'), side('not-applicable'), 'better changed'],
    ['a fail that waits for another check', side('fail'), side('blocked'), 'none'],
    ['a pass that waits for another check', side('pass'), side('blocked'), 'none'],
    ['a fail whose resource is gone', side('fail'), null, 'gone'],
    ['a pass whose resource is gone', side('pass'), null, 'none'],
    ['a new resource that fails', null, side('fail'), 'worse changed'],
    ['a new resource that passes', null, side('pass'), 'none'],
    ['a fail that nobody can read', side('fail'), side('unknown', 'fail'), 'none'],
    ['a pass that nobody can read', side('pass'), side('unknown', 'pass'), 'none'],
    ['a fail before and after the dark', side('unknown', 'fail'), side('fail'), 'none'],
    ['a pass before and after the dark', side('unknown', 'pass'), side('pass'), 'none'],
    ['a fail mended in the dark', side('unknown', 'fail'), side('pass'), 'better changed'],
    ['a pass broken in the dark', side('unknown', 'pass'), side('fail'), 'worse changed'],
    ['a fail that nobody knew', side('unknown'), side('fail'), 'worse seen'],
    ['a pass that nobody knew', side('unknown'), side('pass'), 'better seen'],
    ['a fail that fails for another reason', side('fail'), side('fail'), 'none'],
    ['a fail that a person now answers for', side('fail'), side('manual'), 'none'],
    ['an answer that turned into a fail', side('manual'), side('fail'), 'worse changed'],
    ['a fail in the dark that is gone', side('unknown', 'fail'), null, 'gone'],
  ])('%s', (_name, before, after, expected) => {
    const found = wayOf({ before, after, ours: false });

    const told = found === null ? 'none' : 'how' in found ? `${found.way} ${found.how}` : found.way;
    expect(told).toBe(expected);
  });

  test('what came with another version of Ippo went no way', () => {
    expect(wayOf({ before: null, after: side('fail'), ours: true })).toBeNull();
    expect(wayOf({ before: side('fail'), after: null, ours: true })).toBeNull();
  });
});

const context = { outcomes: new Map(), fails: new Map([['mfa', 2]]) };

describe('the lists of a week', () => {
  test('hold each check once, with its places, the worst first', () => {
    const findings = [
      finding('low', side('pass'), side('fail'), { severity: 'low' }),
      finding('gd', side('pass'), side('fail'), { region: 'eu-west-1' }),
      finding('gd', side('pass'), side('fail'), { region: 'ap-northeast-1' }),
    ];

    const { worse, better } = weekChanges(findings, context);

    expect(worse.map(({ check, places, names }) => [check, places, names])).toEqual([
      ['gd', 2, ['eu-west-1', 'ap-northeast-1']],
      ['low', 1, []],
    ]);
    expect(worse.map(({ fingerprint }) => fingerprint)).toEqual([null, 'low ']);
    expect(better).toEqual([]);
  });

  test('name people rather than ARNs, tell how many are left, and no common reason where they differ', () => {
    const users = ['ann', 'ben', 'cid', 'dan', 'eve'].map((facet, index) => ({
      ...finding('mfa', side('fail'), side('pass')),
      ...{ fingerprint: facet, resource: `arn:aws:iam::1:user/${facet}`, facet },
      after: {
        ...side('pass'),
        reason: { code: 'met', params: { user: facet } },
        since: new Date(since.getTime() + index * 3_600_000),
      },
    }));

    const { better } = weekChanges(users, context);

    expect(better).toMatchObject([
      { check: 'mfa', places: 5, names: ['ann', 'ben', 'cid', 'dan'], left: 2, reason: null },
    ]);
    expect([better[0]?.since, better[0]?.until]).toEqual([
      '2026-11-10T00:00:00.000Z',
      '2026-11-10T04:00:00.000Z',
    ]);
  });

  test('count the checks that wait for one that fails, and what is gone apart', () => {
    const findings = [
      finding('ct-enabled', side('pass'), side('fail')),
      finding('ct-delivery', side('pass'), side('blocked')),
      finding('ct-validation', side('blocked'), side('blocked')),
      finding('bucket', side('fail'), null),
    ];

    const { worse, better, gone } = weekChanges(findings, context);

    expect(worse.map(({ check, blocks }) => [check, blocks])).toEqual([['ct-enabled', 1]]);
    expect([better, gone]).toEqual([[], 1]);
  });
});
