import { describe, expect, test } from 'vitest';
import { evidence, refused } from '../testing/evidence.ts';
import { madeCheck, madeFinding, madeResult } from '../testing/made-results.ts';
import { coverage, unreadable } from './coverage.ts';
import { checkResult } from './roll-up.ts';

const empty = { ...evidence(), readings: [] };

describe('how much was judged', () => {
  test('a check that is unknown in one place and blocked in another is unknown, once', () => {
    const mixed = checkResult(madeCheck('a'), [
      madeFinding('unknown'),
      madeFinding('not-applicable', 'blocked-by'),
    ]);

    expect(coverage([mixed], empty)).toMatchObject({
      checks: { judged: 0, total: 1 },
      units: { judged: 1, total: 2 },
    });
  });

  test('what is for a person, or not applicable, is no part of the total', () => {
    const results = [
      madeResult('a', 'high', 'manual'),
      madeResult('b', 'high', 'not-applicable'),
      madeResult('c', 'high', 'pass'),
      madeResult('d', 'high', 'fail'),
    ];

    expect(coverage(results, empty)).toEqual({
      checks: { judged: 2, total: 2 },
      units: { judged: 2, total: 2 },
      readings: { answered: 0, total: 0 },
    });
  });
});

describe('what could not be read', () => {
  const regional = madeCheck('regional', { unit: 'region', requires: ['config.recorders'] });
  const another = madeCheck('another', { unit: 'region', requires: ['guardduty.detectors'] });
  const ofAccount = madeCheck('of-account', { requires: ['iam.account-summary'] });
  const lister = madeCheck('lister', { requires: ['ec2.regions'] });
  const checks = [regional, another, ofAccount, lister];

  function needed(...given: Parameters<typeof evidence>) {
    const readings = evidence(...given).readings.filter(({ readable }) => !readable);
    return unreadable({ ...empty, readings }, checks).map(({ action, checks: by }) => [action, by]);
  }

  test.each(['account.regions', 'organizations.organization'] as const)(
    'a refused %s is needed by whoever asked for it, and a region list by all that judge regions',
    (type) => {
      const list = type === 'account.regions';

      expect(needed(refused(type, 'denied'))).toEqual([
        [
          list ? 'account:Read-regions' : 'organizations:Read-organization',
          list ? ['another', 'regional'] : [],
        ],
      ]);
    },
  );

  test('EC2’s region list stands in for the account’s', () => {
    expect(needed(refused('ec2.regions', 'denied'))).toEqual([
      ['ec2:Read-regions', ['another', 'lister', 'regional']],
    ]);
  });

  test('a reading of one region is needed by the checks that declare it only', () => {
    expect(needed(refused('config.recorders', 'denied', 'us-east-1'))).toEqual([
      ['config:Read-recorders', ['regional']],
    ]);
  });
});
