import type { Finding } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { fillMarks } from './known-values.ts';

const trail = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/acme-trail';

function finding(more: Partial<Finding>): Finding {
  const reason = { code: 'trail-stopped', params: {} };
  return { fingerprint: '', outcome: 'fail', unit: 'account', reason, evidence: [], ...more };
}

test('the one trail that a finding names fills its ARN and its home Region', () => {
  const stopped = finding({ reason: { code: 'trail-stopped', params: { trails: [trail] } } });

  const line = fillMarks('--name <trail-arn> --region <home-region>', stopped, '111122223333');

  expect(line).toBe(`--name ${trail} --region ap-northeast-1`);
});

test('of two trails none is chosen', () => {
  const params = { trails: [trail, `${trail}-2`] };
  const stopped = finding({ reason: { code: 'trail-stopped', params } });

  expect(fillMarks('--name <trail-arn>', stopped, '111122223333')).toBe('--name <trail-arn>');
});

test('the account fills its own ARNs, and no place where another account may be meant', () => {
  const text = 'arn:aws:iam::<account-id>:role/x move-account --account-id <account-id>';

  expect(fillMarks(text, undefined, '111122223333')).toBe(
    'arn:aws:iam::111122223333:role/x move-account --account-id <account-id>',
  );
});

test('a name that a shell would read as more than a name is quoted', () => {
  const params = { user: "o'brien; rm" };
  const user = finding({ unit: 'user', reason: { code: 'user-without-mfa', params } });

  expect(fillMarks('--user-name <user-name>', user, '1')).toBe(
    String.raw`--user-name 'o'\''brien; rm'`,
  );
});

test('a bucket is named, not its ARN', () => {
  const bucket = finding({ unit: 'bucket', resource: 'arn:aws:s3:::acme-logs' });

  expect(fillMarks('--bucket <bucket> --region <region>', bucket, '1')).toBe(
    '--bucket acme-logs --region <region>',
  );
});
