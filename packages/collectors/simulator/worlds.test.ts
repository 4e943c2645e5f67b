import type { Evidence, EvidenceId } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { collectEvidence } from '../src/collect-evidence.ts';
import { now, ofType } from '../src/read.test-support.ts';
import { simulatedSession } from './simulator.ts';

function scan(world: string): Promise<Evidence> {
  return collectEvidence(simulatedSession(world, { now, limits: { attempts: 1 } }));
}

/** The readable values of one kind, by region and resource. */
function values<Id extends EvidenceId>(evidence: Evidence, type: Id) {
  return ofType(evidence, type).flatMap((one) => (one.readable ? [one] : []));
}

it('keeps spotless within the budget: 16 calls a region and 30 for the account', async () => {
  const evidence = await scan('spotless');

  const ofAccount = /^(s3:|cloudtrail:Get)/;
  const counts = Map.groupBy(
    evidence.calls.filter(({ operation }) => !ofAccount.test(operation)),
    ({ region }) => region,
  );
  const perRegion = [...counts].filter(([region]) => region !== 'global');
  expect(perRegion).toHaveLength(17);
  for (const [, calls] of perRegion) expect(calls.length).toBeLessThanOrEqual(16);
  expect(evidence.calls.length).toBeLessThanOrEqual(16 * 17 + 30);
  expect(evidence.readings.filter(({ readable }) => !readable)).toEqual([]);
});

it('breaks the delivery of a trail and of Config in one region', async () => {
  const evidence = await scan('delivery-broken');

  expect(values(evidence, 'cloudtrail.trail-status')).toMatchObject([
    {
      value: {
        IsLogging: true,
        LatestDeliveryError: 'AccessDenied',
        LatestDeliveryTime: '2026-11-11T03:00:00.000Z',
      },
    },
  ]);
  const failing = values(evidence, 'config.delivery-channel-status').filter(
    ({ value }) => value[0]?.configHistoryDeliveryInfo?.lastStatus === 'FAILURE',
  );
  expect(failing.map(({ region }) => region)).toEqual(['us-east-1']);
});

it('keeps the organization trail of another account out of sight', async () => {
  const evidence = await scan('org-trail-member');

  expect(values(evidence, 'cloudtrail.trails')).toHaveLength(17);
  for (const type of [
    'cloudtrail.trail-status',
    'cloudtrail.event-selectors',
    's3.bucket-location',
  ] as const)
    expect(ofType(evidence, type)).toMatchObject([{ reason: 'denied' }]);
  expect(ofType(evidence, 'organizations.accounts')).toMatchObject([
    { reason: 'needs-management-account' },
  ]);
});

it('tells samples, members and archived findings apart', async () => {
  const [samples, admin] = await Promise.all([scan('sample-findings'), scan('guardduty-admin')]);

  const found = values(samples, 'guardduty.findings').flatMap(({ region, value }) =>
    value.map(({ Severity, Sample }) => [region, Severity, Sample]),
  );
  const accounts = values(admin, 'guardduty.findings').flatMap(({ value }) =>
    value.map(({ AccountId }) => AccountId),
  );
  expect(found).toEqual([
    ['eu-west-1', 7, false],
    ['us-east-1', 8, true],
    ['us-east-1', 8, true],
  ]);
  expect(accounts).toHaveLength(3);
  expect(accounts).not.toContain(admin.account);
});

it('asks nothing of a recorder that a service keeps', async () => {
  const evidence = await scan('service-linked-recorder');

  const ohio = evidence.readings.filter(({ region }) => region === 'us-east-2');
  const types = ohio.map(({ type }) => type).filter((type) => type.startsWith('config.'));
  expect(types).toEqual([
    'config.recorder-status',
    'config.recorder-summaries',
    'config.recorders',
  ]);
});

it('follows up one user of 500 in 34 regions, and 50 of 120 among 5,000', async () => {
  const [many, huge] = await Promise.all([scan('many'), scan('huge')]);

  expect(values(many, 'cloudtrail.trails')).toHaveLength(34);
  expect(values(many, 'iam.mfa-devices')).toMatchObject([{ resource: 'user-77', value: [] }]);
  const followed = ofType(huge, 'iam.mfa-devices');
  expect(followed).toHaveLength(120);
  expect(followed.filter(({ readable }) => readable)).toHaveLength(50);
});

it('leaves two people of acme-demo without MFA, and rules in two regions', async () => {
  const evidence = await collectEvidence(
    simulatedSession('acme-demo', { now, limits: { attempts: 1, silentRegionMs: 500 } }),
  );

  const rules = values(evidence, 'events.rules').filter(({ value }) => value.length > 0);
  expect(values(evidence, 'iam.mfa-devices').map(({ value }) => value)).toEqual([[], []]);
  expect(rules.map(({ region }) => region)).toEqual(['ap-northeast-1', 'us-east-1']);
  expect(values(evidence, 's3.bucket-acl').map(({ region }) => region)).toEqual(['ap-northeast-1']);
});
