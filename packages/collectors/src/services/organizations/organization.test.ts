import { expect, it } from 'vitest';
import { id, read, readValues, readValuesWhen } from '../../read.test-support.ts';

const describe = 'organizations:DescribeOrganization';

it('names the organization and its management account', async () => {
  const values = await readValues('organizations.organization');

  expect(values).toEqual([{ Id: 'o-a1b2c3d4e5', MasterAccountId: id, FeatureSet: 'ALL' }]);
});

it('is null when AWS says that the account is in none', async () => {
  const evidence = await read({ world: { organization: null } });

  const call = evidence.calls.find(({ operation }) => operation === describe);
  expect(evidence.readings).toContainEqual(
    expect.objectContaining({ type: 'organizations.organization', readable: true, value: null }),
  );
  expect(call?.outcome).toBe('answered');
});

it('never takes a refusal for none', async () => {
  const values = await readValuesWhen('organizations.organization', describe, { act: 'deny' });

  expect(values).toEqual(['denied']);
});

it('is malformed without an organization in the answer', async () => {
  const values = await readValuesWhen('organizations.organization', describe, {
    act: 'answer',
    output: { Organization: undefined },
  });

  expect(values).toEqual(['malformed']);
});
