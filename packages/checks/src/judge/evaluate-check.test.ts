import { describe, expect, test } from 'vitest';
import type { Check } from '../define-check.ts';
import { fingerprint } from '../fingerprint.ts';
import { ACCOUNT, evidence, NOW } from '../testing/evidence.ts';
import { madeCheck, says } from '../testing/made-results.ts';
import { judged } from '../testing/property-runs.ts';

function findingsOf(check: Check) {
  return judged(evidence(), [], [check]).checks[0]?.findings ?? [];
}

const identity = {
  sourceKind: 'simulated',
  partition: 'aws',
  account: ACCOUNT,
  region: 'global',
  resource: '',
  uniqueId: '',
  facet: '',
};

describe('a finding', () => {
  test('says where it holds, how severe it is there and what it rests on', () => {
    const call = { operation: 'x', region: 'global', at: NOW, requestId: '1', digest: null };
    const place = { region: 'eu-west-1', resource: 'arn:a', facet: 'f' };
    const check = madeCheck('made', {
      unit: 'region',
      evaluate: () => [{ ...says('fail'), ...place, severity: 'low', evidence: [call] }],
    });

    expect(findingsOf(check)).toStrictEqual([
      {
        fingerprint: fingerprint({ ...identity, check: 'made', ...place }),
        outcome: 'fail',
        unit: 'region',
        ...place,
        severity: 'low',
        reason: { code: 'met', params: {} },
        evidence: [call],
      },
    ]);
  });

  test('on the account itself has no place, and is fingerprinted as global', () => {
    const check = madeCheck('made', { evaluate: () => [says('pass')] });

    expect(findingsOf(check)).toStrictEqual([
      {
        fingerprint: fingerprint({ ...identity, check: 'made' }),
        outcome: 'pass',
        unit: check.unit,
        reason: { code: 'met', params: {} },
        evidence: [],
      },
    ]);
  });

  test('keeps its fingerprint when its check is renamed', () => {
    const renamed = madeCheck('new-name', {
      aliases: ['first-name', 'second-name'],
      evaluate: () => [says('pass')],
    });

    expect(findingsOf(renamed)[0]?.fingerprint).toBe(
      fingerprint({ ...identity, check: 'first-name' }),
    );
  });

  test('stands in the order of region, resource and facet, the account’s own first', () => {
    const places = [
      { region: 'B', resource: 'R', facet: 'F' },
      { region: 'B', resource: 'R' },
      { region: 'B', facet: 'F' },
      { region: 'A', resource: 'R' },
      {},
      { facet: 'F' },
    ];
    const check = madeCheck('made', {
      evaluate: () => places.map((place) => ({ ...says('pass'), ...place })),
    });

    const found = findingsOf(check).map(({ region, resource, facet }) =>
      [region, resource, facet].map((part) => part ?? '-').join(' '),
    );

    expect(found).toEqual(['- - -', '- - F', 'A R -', 'B - F', 'B R -', 'B R F']);
  });

  test('keeps the check’s own order where two hold in one place', () => {
    const check = madeCheck('made', {
      evaluate: () => ['z', 'a', 'm'].map((code) => says('pass', code)),
    });

    expect(findingsOf(check).map(({ reason }) => reason.code)).toEqual(['z', 'a', 'm']);
  });
});
