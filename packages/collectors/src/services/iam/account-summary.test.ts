import { expect, it } from 'vitest';
import { readValues, readValuesWhen } from '../../read.test-support.ts';

const get = 'iam:GetAccountSummary';

it('keeps the counts that checks use and drops the others', async () => {
  const values = await readValues('iam.account-summary');

  expect(values).toEqual([
    {
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
      Users: 50,
    },
  ]);
});

it('leaves a count absent that AWS does not give', async () => {
  const values = await readValues('iam.account-summary', {
    world: { summary: { AccountMFAEnabled: 0 } },
  });

  expect(values).toEqual([{ AccountMFAEnabled: 0 }]);
});

it('is denied, never empty', async () => {
  const values = await readValuesWhen('iam.account-summary', get, { act: 'deny' });

  expect(values).toEqual(['denied']);
});

it.each([
  { act: 'html', status: 200 },
  { act: 'truncate' },
  { act: 'answer', output: {} },
] as const)('is malformed when the answer is spoiled: $act', async (mishap) => {
  const values = await readValuesWhen('iam.account-summary', get, mishap);

  expect(values).toEqual(['malformed']);
});
