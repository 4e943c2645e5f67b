import { expect, it } from 'vitest';
import { id, read, readValues } from '../../read.test-support.ts';

it('names the account and who asks', async () => {
  const values = await readValues('sts.caller-identity');

  expect(values).toEqual([
    { Account: id, Arn: `arn:aws:sts::${id}:assumed-role/ippo-readonly/ippo` },
  ]);
});

it.each([
  ['ExpiredToken', 'credentials-refused'],
  ['InvalidClientTokenId', 'credentials-refused'],
  ['SignatureDoesNotMatch', 'credentials-refused'],
  ['AccessDenied', 'credentials-refused'],
  ['InternalFailure', 'aws-unreachable'],
])('ends the scan when AWS answers %s', async (error, code) => {
  const faults = [{ operation: 'sts', act: 'refuse' as const, error, status: 403 }];

  const reading = read({ faults });

  await expect(reading).rejects.toMatchObject({ name: 'DomainError', code });
});

it.each(['hang', 'hang-up', 'throttle', 'truncate'] as const)(
  'calls AWS unreachable when the start region does %s',
  async (act) => {
    const reading = read({ faults: [{ operation: 'sts', act }], limits: { callMs: 300 } });

    await expect(reading).rejects.toMatchObject({ code: 'aws-unreachable' });
  },
);
