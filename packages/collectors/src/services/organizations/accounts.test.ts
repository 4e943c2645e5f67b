import { expect, it } from 'vitest';
import { organizationOf } from '../../../simulator/build-world.ts';
import { id, ofType, read, readValues, readValuesWhen } from '../../read.test-support.ts';

const list = 'organizations:ListAccounts';

it('follows the token after an empty page, and keeps hostile names whole but no e-mail address', async () => {
  const values = await readValues('organizations.accounts');

  expect(values[0]).toEqual([
    { Id: id, Name: 'management', State: 'ACTIVE' },
    { Id: '222233334444', Name: '<script>alert(1)</script> prod 🚀', State: 'ACTIVE' },
    { Id: '333344445555', Name: '=cmd|"/c calc"!A1 \u202Edev, test', State: 'ACTIVE' },
  ]);
});

it('is null when the account is in no organization', async () => {
  const values = await readValues('organizations.accounts', { world: { organization: null } });

  expect(values).toEqual([null]);
});

it('needs the management account when a plain member asks', async () => {
  const organization = organizationOf(id, { managementAccount: '444455556666', mayList: false });

  const values = await readValues('organizations.accounts', { world: { organization } });

  expect(values).toEqual(['needs-management-account']);
});

it('is answered to a delegated administrator', async () => {
  const organization = organizationOf(id, { managementAccount: '444455556666' });

  const values = await readValues('organizations.accounts', { world: { organization } });

  expect(values[0]).toHaveLength(3);
});

it('is plainly denied in the management account', async () => {
  const values = await readValuesWhen('organizations.accounts', list, { act: 'deny' });

  expect(values).toEqual(['denied']);
});

it('keeps what the pages before a refused one held', async () => {
  const accounts = Array.from({ length: 30 }, (_, at) => ({
    id: String(100000000000 + at),
    name: `account ${at}`,
    email: 'someone@example.com',
    state: 'ACTIVE',
  }));
  const evidence = await read({
    world: { organization: organizationOf(id, { accounts }) },
    faults: [
      { operation: list, act: 'delay', milliseconds: 0, times: 2 },
      { operation: list, act: 'throttle' },
    ],
  });

  const [reading] = ofType(evidence, 'organizations.accounts');
  expect(reading).toMatchObject({ readable: false, reason: 'throttled' });
  expect(reading?.readable === false && reading.partial).toHaveLength(20);
});

it('is malformed when a page token comes twice', async () => {
  const values = await readValuesWhen('organizations.accounts', list, {
    act: 'answer',
    output: { Accounts: [], NextToken: 'again' },
  });

  expect(values).toEqual(['malformed']);
});
