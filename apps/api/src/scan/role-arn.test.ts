import { DomainError } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { offeredRoleName, parseRoleArn } from './role-arn.ts';

test.each([
  ['arn:aws:iam::111122223333:role/ippo-readonly', 'ippo-readonly'],
  ['arn:aws-cn:iam::111122223333:role/ippo-readonly', 'ippo-readonly'],
  ['arn:aws-us-gov:iam::111122223333:role/ippo-a+b=c,d.e@f_g', 'ippo-a+b=c,d.e@f_g'],
  ['arn:aws-iso-b:iam::111122223333:role/security/tools/ippo-x', 'ippo-x'],
])('reads %s', (arn, name) => {
  expect(parseRoleArn(arn, 'ippo-*')).toEqual({ arn, account: '111122223333', name });
});

test.each([
  'arn:aws:iam::111122223333:role/OrganizationAccountAccessRole',
  'arn:aws:iam::111122223333:role/ippo-x/admin',
  'arn:aws:iam::11112222333:role/ippo-x',
  'arn:aws:iam::111122223333:user/ippo-x',
  'arn:aws:sts::111122223333:assumed-role/ippo-x/session',
  'arn:aws:iam:us-east-1:111122223333:role/ippo-x',
  'arn:gcp:iam::111122223333:role/ippo-x',
  'arn:aws:iam::111122223333:role/ippo-x\n',
  'arn:aws:iam::111122223333:role/ippo-"; rm -rf /',
  'arn:aws:iam::１１１１２２２２３３３３:role/ippo-x',
  `arn:aws:iam::111122223333:role/ippo-${'x'.repeat(60)}`,
  `arn:aws:iam::111122223333:role/${'a/'.repeat(400)}ippo-x`,
  'ippo-x',
  '',
])('refuses %j and shows the form', (text) => {
  const read = () => parseRoleArn(text, 'ippo-*');

  expect(read).toThrow(DomainError);
  expect(read).toThrow(expect.objectContaining({ code: 'role-arn-refused' }));
});

test('takes a pattern of the install as it is written, with no mark but the star', () => {
  const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

  expect(parseRoleArn(arn('audit.read'), 'audit.*').name).toBe('audit.read');
  expect(() => parseRoleArn(arn('auditXread'), 'audit.*')).toThrow();
  expect(() => parseRoleArn(arn('xaudit.read'), 'audit.*')).toThrow();
  expect(offeredRoleName('audit-*')).toBe('audit-readonly');
});
