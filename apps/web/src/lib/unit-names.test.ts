import type { Finding } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { unitName, unitNames } from './unit-names.ts';

function finding(part: Partial<Finding>): Finding {
  const reason = { code: 'met', params: {} };
  return { fingerprint: '', outcome: 'fail', unit: 'user', reason, evidence: [], ...part };
}

const kenji = finding({ resource: 'arn:aws:iam::111122223333:user/kenji', facet: 'kenji' });

test('users, buckets, plans and trails have names, accounts and Regions have none', () => {
  expect(unitName(kenji)).toBe('kenji');
  expect(unitName(finding({ unit: 'bucket', resource: 'acme-logs' }))).toBe('acme-logs');
  expect(unitName(finding({ unit: 'plan', facet: 'S3_DATA_EVENTS' }))).toBe('S3_DATA_EVENTS');
  expect(
    unitName(finding({ unit: 'trail', resource: 'arn:aws:cloudtrail:x:1:trail/acme-trail' })),
  ).toBe('acme-trail');
  expect(unitName(finding({ unit: 'account', resource: 'anything' }))).toBeUndefined();
  expect(unitName(finding({ unit: 'region', region: 'eu-west-1' }))).toBeUndefined();
});

test('a name counts once, and one place without a name leaves no list', () => {
  expect(unitNames([kenji, kenji])).toEqual(['kenji']);
  expect(unitNames([kenji, finding({})])).toEqual([]);
});
