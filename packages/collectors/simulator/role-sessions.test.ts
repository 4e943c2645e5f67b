import { expect, it } from 'vitest';
import { smallWorld } from '../src/read.test-support.ts';
import { againstModel } from './model-check.test-support.ts';
import { askedRole } from './role-sessions.ts';

const machine = smallWorld();
const arn = 'arn:aws:iam::222233334444:role/team/ippo-readonly';
const roles = [{ arn, world: smallWorld(), asks: { externalId: 'known' } }];
const right = { RoleArn: arn, RoleSessionName: 'ippo', ExternalId: 'known' };

it('answers AssumeRole as the model of the SDK has it', async () => {
  const { output } = askedRole(right, { machine, roles }, 0);

  expect(await againstModel('sts:AssumeRole', output)).toEqual([]);
  expect(output.AssumedRoleUser.Arn).toBe(
    'arn:aws:sts::111122223333:assumed-role/ippo-readonly/ippo',
  );
});

it.each([
  ['a role that is missing', { RoleArn: 'arn:aws:iam::222233334444:role/other' }, 'AccessDenied'],
  ['another external id', { ExternalId: 'Known' }, 'AccessDenied'],
  ['no external id', { ExternalId: undefined }, 'AccessDenied'],
  ['an odd session name', { RoleSessionName: 'a b' }, 'ValidationError'],
  ['a session that is too short', { DurationSeconds: '60' }, 'ValidationError'],
  ['a chained session of two hours', { DurationSeconds: '7200' }, 'ValidationError'],
  ['a long policy', { Policy: 'x'.repeat(2_049) }, 'ValidationError'],
])('refuses %s', (_name, change, code) => {
  const ask = () => askedRole({ ...right, ...change }, { machine, roles }, 0);

  expect(ask).toThrow(expect.objectContaining({ code }));
});
