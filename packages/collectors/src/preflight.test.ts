import { expect, it, vi } from 'vitest';
import { trail, type AccountOptions } from '../simulator/build-world.ts';
import { rootRow, users } from '../simulator/people.ts';
import { simulatedSession } from '../simulator/simulator.ts';
import type { Fault } from '../simulator/world.ts';
import { actionOf, needsPermission } from './iam-actions.ts';
import { operations } from './operations.ts';
import { preflight } from './preflight.ts';
import { id, now, smallWorld } from './read.test-support.ts';

async function tryOut(faults: readonly Fault[] = [], world: Partial<AccountOptions> = {}) {
  const onRequest = vi.fn<(operation: string, region: string) => void>();
  const session = simulatedSession(smallWorld(world), {
    now,
    faults,
    onRequest,
    limits: { attempts: 1 },
  });
  const found = await preflight(session);
  const permission = (action: string) => found.permissions.find((one) => one.action === action);
  return { found, permission, onRequest };
}

it('tells of every action of the policy, and which evidence it unlocks', async () => {
  const { found, permission } = await tryOut();

  expect(found).toMatchObject({
    account: id,
    startRegion: 'us-east-1',
    otherRegion: 'ap-northeast-1',
  });
  expect(found.permissions.map(({ action }) => action)).toEqual(
    operations.filter(needsPermission).map(actionOf).toSorted(),
  );
  expect(permission('guardduty:ListFindings')).toMatchObject({
    result: 'granted',
    unlocks: ['guardduty.findings'],
    tried: [{ region: 'ap-northeast-1' }, { region: 'us-east-1' }],
  });
});

it('does not guess where the parent does not exist', async () => {
  const { found } = await tryOut([], { trails: [], detectors: {} });

  const notTried = found.permissions.filter(({ result }) => result === 'not-tried');
  expect(notTried.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'cloudtrail:GetTrailStatus',
      's3:GetBucketAcl',
      'guardduty:GetDetector',
    ]),
  );
  expect(notTried.every(({ tried }) => tried.length === 0)).toBe(true);
});

it('says why and where an action is refused, also in one region only', async () => {
  const { permission } = await tryOut([
    { operation: 'config:ListConfigurationRecorders', act: 'deny' },
    { operation: 'cloudtrail:DescribeTrails', region: 'ap-northeast-1', act: 'scp-deny' },
  ]);

  expect(permission('config:ListConfigurationRecorders')).toMatchObject({
    result: 'refused',
    refusal: { reason: 'denied', region: 'ap-northeast-1' },
  });
  expect(permission('cloudtrail:DescribeTrails')).toMatchObject({
    result: 'refused',
    refusal: { reason: 'scp-denied', region: 'ap-northeast-1' },
    tried: [{ outcome: 'scp-denied' }, { outcome: 'answered' }],
  });
});

it('takes answers that only look like errors as granted', async () => {
  const refuse = { act: 'refuse', status: 404 } as const;
  const { permission } = await tryOut([
    { ...refuse, operation: 's3:GetBucketLocation', error: 'NoSuchBucket' },
    { ...refuse, operation: 's3control', error: 'NoSuchPublicAccessBlockConfiguration' },
  ]);

  expect(permission('s3:GetBucketLocation')?.result).toBe('granted');
  expect(permission('s3:GetAccountPublicAccessBlock')?.result).toBe('granted');
  expect(permission('securityhub:DescribeHub')?.result).toBe('granted');
});

it('asks each operation one question a region', async () => {
  const world = {
    credentials: [rootRow(id, now, 200), ...users(id, now, { lacksMfa: () => true })],
    trails: ['one', 'two', 'three'].map((name) => trail(id, now, { name, home: 'us-east-1' })),
  };

  const { onRequest } = await tryOut([], world);

  const sent = (operation: string) => onRequest.mock.calls.filter(([name]) => name === operation);
  expect(sent('iam:ListMFADevices')).toHaveLength(1);
  expect(sent('cloudtrail:GetTrailStatus')).toHaveLength(1);
  expect(sent('s3:GetBucketAcl')).toHaveLength(1);
  expect(sent('cloudtrail:DescribeTrails')).toHaveLength(2);
});
