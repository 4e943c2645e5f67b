import { expect, it } from 'vitest';
import { organizationOf } from '../../../simulator/build-world.ts';
import { id, readValues, readValuesWhen } from '../../read.test-support.ts';

it('lists the units below the root', async () => {
  const values = await readValues('organizations.units');

  expect(values[0]).toEqual([
    { Id: 'ou-ip01-prod0001', Name: 'Production' },
    { Id: 'ou-ip01-devt0002', Name: '開発・テスト' },
  ]);
});

it.each([null, organizationOf(id, { managementAccount: '444455556666', mayList: false })])(
  'is not asked where the accounts could not be listed',
  async (organization) => {
    const values = await readValues('organizations.units', { world: { organization } });

    expect(values).toEqual([]);
  },
);

it.each(['organizations:ListRoots', 'organizations:ListOrganizationalUnitsForParent'])(
  'is denied when %s is',
  async (operation) => {
    const values = await readValuesWhen('organizations.units', operation, { act: 'deny' });

    expect(values).toEqual(['denied']);
  },
);

it('is malformed when the answer lacks its list', async () => {
  const values = await readValuesWhen('organizations.units', 'organizations:ListRoots', {
    act: 'answer',
    output: {},
  });

  expect(values).toEqual(['malformed']);
});
