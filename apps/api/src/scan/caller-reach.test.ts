import { expect, test } from 'vitest';
import { reachOf } from './caller-reach.ts';

const account = '111122223333';

test.each([
  ['the root user', `arn:aws:iam::${account}:root`, 'everything'],
  ['the root user of China', `arn:aws-cn:iam::${account}:root`, 'everything'],
  [
    'a permission set for administrators',
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/aiko`,
    'more-by-name',
  ],
  [
    'a permission set of Control Tower',
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_AWSPowerUserAccess_0123456789abcdef/aiko`,
    'more-by-name',
  ],
  [
    'the role of an organization',
    `arn:aws:sts::${account}:assumed-role/OrganizationAccountAccessRole/x`,
    'more-by-name',
  ],
  [
    'a user called after a policy',
    `arn:aws:iam::${account}:user/team/AmazonS3FullAccess`,
    'more-by-name',
  ],
  [
    'a read-only permission set',
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_ReadOnlyAccess_0123456789abcdef/aiko`,
    'not-known',
  ],
  ['a user with any name', `arn:aws:iam::${account}:user/ippo`, 'not-known'],
  [
    'a session called like a policy',
    `arn:aws:sts::${account}:assumed-role/ippo/Admin`,
    'not-known',
  ],
] as const)('%s', (_name, arn, reach) => {
  expect(reachOf('machine', arn)).toBe(reach);
});

test('a session that Ippo narrowed itself can read only, whatever its role is called', () => {
  const arn = `arn:aws:sts::${account}:assumed-role/OrganizationAccountAccessRole/ippo`;

  expect(reachOf('role', arn)).toBe('narrowed');
});
