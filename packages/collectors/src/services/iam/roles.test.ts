import { expect, it } from 'vitest';
import { serviceRole } from '../../../simulator/build-parts.ts';
import { organizationOf } from '../../../simulator/build-world.ts';
import type { SimulatedRole } from '../../../simulator/world-parts.ts';
import { id, ofType, read, readValues } from '../../read.test-support.ts';

const list = 'iam:ListRoles';
const member = organizationOf(id, { managementAccount: '444455556666', mayList: false });
const sso: SimulatedRole = {
  arn: `arn:aws:iam::${id}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef`,
  path: '/aws-reserved/sso.amazonaws.com/',
  trust: {
    Statement: {
      Effect: 'Allow',
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
      Principal: { Federated: `arn:aws:iam::${id}:saml-provider/AWSSSO` },
    },
  },
};

function role(name: string, trust: unknown): SimulatedRole {
  return { arn: `arn:aws:iam::${id}:role/${name}`, path: '/', trust };
}

it('asks outside a member only for the roles of IAM Identity Center', async () => {
  const roles = [sso, serviceRole(id, 'ec2')];

  const evidence = await read({ world: { more: { roles } } });

  expect(ofType(evidence, 'iam.roles')).toMatchObject([
    {
      value: [
        {
          Arn: sso.arn,
          Trust: [{ Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'], AWS: [] }],
        },
      ],
    },
  ]);
  const call = evidence.calls.find(({ operation }) => operation === list);
  expect(call?.parameters).toMatchObject({ PathPrefix: '/aws-reserved/sso.amazonaws.com/' });
});

it('asks only for those too when the organization could not be read', async () => {
  const faults = [{ operation: 'organizations:DescribeOrganization', act: 'deny' as const }];

  const values = await readValues('iam.roles', { world: { organization: member }, faults });

  expect(values).toEqual([[]]);
});

it.each([
  ['one account', { AWS: 'arn:aws:iam::444455556666:root' }, ['arn:aws:iam::444455556666:root']],
  ['several', { AWS: ['444455556666', '*'] }, ['444455556666', '*']],
  ['everybody', '*', ['*']],
  ['a service', { Service: 'ec2.amazonaws.com' }, []],
])('keeps in a member whom a trust policy names: %s', async (_name, Principal, AWS) => {
  const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, Condition }];
  const roles = [role('OrganizationAccountAccessRole', { Statement })];

  const values = await readValues('iam.roles', {
    world: { organization: member, more: { roles } },
  });

  const [{ arn: Arn }] = roles as [SimulatedRole];
  const Trust = [{ Effect: 'Allow', Action: ['sts:AssumeRole'], AWS }];
  expect(values).toEqual([[{ Arn, Path: '/', Trust }]]);
});

it.each([
  '{"Statement":',
  '[]',
  '{"Statement":[7]}',
  '{"Statement":[{"Principal":{"AWS":[7]}}]}',
  'null',
])('says that a trust policy could not be parsed: %s', async (trust) => {
  const roles = [role('odd', trust)];

  const values = await readValues('iam.roles', {
    world: { organization: member, more: { roles } },
  });

  expect(values).toEqual([[{ Arn: roles[0]?.arn, Path: '/', Trust: null }]]);
});

it('reads thousands of roles page by page', async () => {
  const roles = Array.from({ length: 2500 }, (_, at) => serviceRole(id, 'ec2', `worker-${at}`));

  const evidence = await read({ world: { organization: member, more: { roles } } });

  const [reading] = ofType(evidence, 'iam.roles');
  expect(reading?.readable && reading.value).toHaveLength(2500);
  expect(reading?.calls).toHaveLength(3);
});

it('keeps the pages before the one that outgrew a reading', async () => {
  const roles = Array.from({ length: 2500 }, (_, at) => serviceRole(id, 'ec2', `worker-${at}`));

  const evidence = await read({
    world: { organization: member, more: { roles } },
    limits: { readingBytes: 1_000_000 },
  });

  const [reading] = ofType(evidence, 'iam.roles');
  expect(reading).toMatchObject({ readable: false, reason: 'too-large', action: list });
  expect(!reading?.readable && reading?.partial?.length).toBeGreaterThan(900);
});
