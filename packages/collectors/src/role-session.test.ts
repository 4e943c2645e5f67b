import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { simulatedCloud, type CloudOptions } from '../simulator/cloud.ts';
import type { AssumableRole } from '../simulator/role-sessions.ts';
import { collectEvidence } from './collect-evidence.ts';
import { identify } from './identify.ts';
import { preflight } from './preflight.ts';
import { smallWorld } from './read.test-support.ts';
import { proveRole } from './prove-role.ts';

const start = new Date('2026-11-16T03:00:00.000Z');
const minute = 60_000;
const externalId = 'ippo-0123456789abcdef0123456789abcdef';
const roleArn = 'arn:aws:iam::222233334444:role/ippo-readonly';
const role = { roleArn, externalId };

const machine = { ...smallWorld(), caller: 'arn:aws:iam::111122223333:user/ippo' };
const member = { ...smallWorld({ account: '222233334444' }), name: 'member' };

let time: number;
let sent: string[];
beforeEach(() => {
  time = start.getTime();
  sent = [];
});
afterEach(() => vi.restoreAllMocks());

function cloud(asks: AssumableRole['asks'] | AssumableRole, options: Partial<CloudOptions> = {}) {
  const trusted =
    typeof asks === 'object' && 'arn' in asks ? asks : { arn: roleArn, world: member, asks };
  return simulatedCloud({
    machine,
    roles: [trusted],
    clock: { now: () => time, wait: async () => {} },
    limits: { attempts: 1 },
    onRequest: (operation, _region, account) => void sent.push(`${account} ${operation}`),
    ...options,
  });
}

it('reads a whole account through a session that may do no more than the published list', async () => {
  const session = await cloud({ externalId }).role(role);

  const evidence = await collectEvidence(session);

  expect(evidence.account).toBe('222233334444');
  expect(evidence.ended).toBe('complete');
  expect(evidence.readings.filter(({ readable }) => !readable)).toEqual([]);
  expect(evidence.operations).toContain('sts:AssumeRole');
  expect(sent.filter((line) => line.endsWith('sts:AssumeRole'))).toEqual([
    '111122223333 sts:AssumeRole',
  ]);
});

it('finds every permission granted through the narrowed session', async () => {
  const session = await cloud({ externalId }).role(role);

  const { permissions } = await preflight(session);

  expect(permissions.filter(({ result }) => result === 'refused')).toEqual([]);
});

it('asks for new credentials before the old ones end, and once for all clients', async () => {
  const session = await cloud({ externalId }).role(role);
  await identify(session);

  time += 54 * minute;
  await identify(session);
  const before = sent.filter((line) => line.endsWith('AssumeRole')).length;
  time += 2 * minute;
  const evidence = await collectEvidence(session);

  expect(before).toBe(1);
  expect(sent.filter((line) => line.endsWith('AssumeRole'))).toHaveLength(2);
  expect(evidence.readings.every(({ readable }) => readable)).toBe(true);
});

it('goes on through a scan in which every session ends while it is read', async () => {
  const session = await cloud(
    { arn: roleArn, world: member, asks: { externalId }, endsAfter: 6 * 60 },
    {
      onRequest: (operation) => {
        sent.push(operation);
        time += 20_000;
      },
    },
  ).role(role);

  const evidence = await collectEvidence(session);

  expect(sent.filter((operation) => operation === 'sts:AssumeRole').length).toBeGreaterThan(2);
  expect(evidence.ended).toBe('complete');
});

it('gives a scan up, and says why, when the role is closed while it is read', async () => {
  const roles: AssumableRole[] = [
    { arn: roleArn, world: member, asks: { externalId }, endsAfter: 6 * 60 },
  ];
  const session = await cloud('nothing', {
    roles,
    onRequest: (operation) => {
      if (operation === 'iam:GetAccountSummary') roles.length = 0;
      time += 30_000;
    },
  }).role(role);

  const evidence = collectEvidence(session);

  await expect(evidence).rejects.toMatchObject({ code: 'role-refused' });
});

it('sends nothing but the reads under the credentials of the role', async () => {
  const session = await cloud({ externalId }).role(role);
  const client = await session.client('sts', 'us-east-1');
  const command = await session.command('sts:AssumeRole', {
    RoleArn: roleArn,
    RoleSessionName: 'further',
  });

  const further = client.send(command, { abortSignal: AbortSignal.timeout(5_000) });

  await expect(further).rejects.toMatchObject({ name: 'UndeclaredRequest' });
});

it('lets its base assume roles and say who it is, and nothing else', async () => {
  const base = await cloud({ externalId }).base();
  const client = await base.client('iam', 'us-east-1');
  const command = await base.command('iam:GetAccountSummary', {});

  const summary = client.send(command, { abortSignal: AbortSignal.timeout(5_000) });

  expect(base.operations).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
  await expect(summary).rejects.toMatchObject({ name: 'UndeclaredRequest' });
});

it('names who has to be trusted where the role does not let it in', async () => {
  const session = await cloud({ externalId: 'another' }).role(role);

  await expect(identify(session)).rejects.toMatchObject({
    code: 'role-refused',
    params: { role: roleArn, caller: 'arn:aws:iam::111122223333:user/ippo' },
  });
});

it('believes nobody who answers as another account', async () => {
  const elsewhere = { arn: roleArn, world: machine, asks: { externalId } };
  const session = await cloud(elsewhere).role(role);

  const evidence = collectEvidence(session);

  await expect(evidence).rejects.toMatchObject({
    code: 'account-mismatch',
    params: { account: '111122223333', expected: '222233334444' },
  });
  expect(sent).toEqual(['111122223333 sts:AssumeRole', '111122223333 sts:GetCallerIdentity']);
});

it('accepts a role that asks for exactly our external id', async () => {
  const identity = await proveRole(cloud({ externalId }), role);

  expect(identity.account).toBe('222233334444');
  expect(sent.filter((line) => line.startsWith('2222'))).toEqual([
    '222233334444 sts:GetCallerIdentity',
  ]);
});

it.each([
  ['no external id', 'nothing'],
  ['any external id', 'any-external-id'],
] as const)('refuses a role that lets us in with %s', async (_name, asks) => {
  const proof = proveRole(cloud(asks), role);

  await expect(proof).rejects.toMatchObject({ code: 'role-open-without-external-id' });
});

it.each([
  ['aws-cn', 'arn:aws-cn:iam::222233334444:role/ippo-readonly'],
  ['aws-us-gov', 'arn:aws-us-gov:iam::222233334444:role/ippo-readonly'],
])('does not try to cross into the partition %s', async (partition, arn) => {
  const proof = proveRole(cloud({ externalId }), { roleArn: arn, externalId });

  await expect(proof).rejects.toMatchObject({
    code: 'role-in-other-partition',
    params: { partition, own: 'aws' },
  });
  expect(sent).toEqual(['111122223333 sts:GetCallerIdentity']);
});

it('connects a role of China to an install in China', async () => {
  const arn = 'arn:aws-cn:iam::222233334444:role/ippo-readonly';
  const inChina = {
    ...smallWorld({ account: '222233334444' }),
    caller: 'arn:aws-cn:sts::222233334444:assumed-role/ippo-readonly/ippo',
  };
  const access = cloud(
    { arn, world: inChina, asks: { externalId } },
    {
      machine: {
        ...machine,
        caller: 'arn:aws-cn:iam::111122223333:user/ippo',
        startRegion: 'cn-north-1',
      },
    },
  );

  const identity = await proveRole(access, { roleArn: arn, externalId });

  expect(identity).toMatchObject({ account: '222233334444', partition: 'aws-cn' });
});
