import { DomainError, evidenceSchema, type Evidence } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { simulatedSession, worldNames } from '../simulator/simulator.ts';
import type { Fault } from '../simulator/world.ts';
import { frozenClock } from './clock.ts';
import { collectEvidence } from './collect-evidence.ts';
import { now, ofType, read, smallWorld } from './read.test-support.ts';

const regional = [
  'cloudtrail.event-data-stores',
  'cloudtrail.trails',
  'config.recorder-status',
  'config.recorder-summaries',
  'config.recorders',
  'guardduty.detectors',
];

function reasonsIn(evidence: Evidence, region: string) {
  return evidence.readings
    .filter((reading) => reading.region === region)
    .map((reading) => [reading.type, reading.readable ? 'readable' : reading.reason]);
}

it.each(worldNames)('makes evidence of %s that its schema accepts', async (world) => {
  const session = simulatedSession(world, { now, limits: { silentRegionMs: 800, attempts: 1 } });

  const evidence = await collectEvidence(session);

  expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
  expect(evidence).toMatchObject({
    source: { kind: 'simulated', world },
    account: '111122223333',
    partition: 'aws',
    ended: 'complete',
    clockSkewSeconds: 0,
  });
  const surprises = evidence.calls.filter(({ outcome }) => outcome === 'unexpected');
  expect(surprises).toEqual([]);
});

it('gives the same evidence for the same account at the same time, whatever answers first', async () => {
  const slow = (milliseconds: number): Fault => ({
    region: 'us-east-1',
    act: 'delay',
    milliseconds,
  });

  const first = await read();
  const second = await read({ latencyMs: 3, faults: [slow(20)] });

  expect(second).toEqual(first);
});

it('records each call with its parameters, digest and request id, and numbers it in its reading', async () => {
  const evidence = await read();

  const [reading] = ofType(evidence, 'cloudtrail.trail-status');
  const call = evidence.calls[reading?.calls[0] ?? -1];
  expect(call).toEqual({
    operation: 'cloudtrail:GetTrailStatus',
    region: 'us-east-1',
    parameters: { Name: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/small-trail' },
    at: now.toISOString(),
    requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    outcome: 'answered',
    attempts: 1,
    milliseconds: 0,
  });
});

it('narrows what is asked, and says so of every region that it leaves out', async () => {
  const evidence = await read({ regions: ['us-east-1'] });

  expect(reasonsIn(evidence, 'ap-northeast-1')).toEqual(
    regional.map((type) => [type, 'not-asked']),
  );
  expect(evidence.calls.filter(({ region }) => region === 'ap-northeast-1')).toEqual([]);
  expect(reasonsIn(evidence, 'me-south-1')).toEqual([]);
});

it('asks only regions whose state the list gives as enabled', async () => {
  const regions = {
    'ap-northeast-1': 'ENABLED',
    'ap-east-1': 'ENABLING',
    'me-south-1': 'DISABLING',
    'xx-new-1': 'DREAMING',
  };

  const evidence = await read({ world: { regions }, startRegion: 'ap-northeast-1' });

  const asked = new Set(evidence.calls.map(({ region }) => region));
  expect([...asked].toSorted()).toEqual(['ap-northeast-1', 'global']);
});

it('cancelled, keeps what was answered and calls the rest not asked', async () => {
  const controller = new AbortController();
  const evidence = await read({
    signal: controller.signal,
    faults: [{ operation: 'config', act: 'hang' }],
    onProgress: ({ done }) => done >= 16 && controller.abort(),
  });

  expect(evidence.ended).toBe('cancelled');
  expect(ofType(evidence, 'cloudtrail.trails').every(({ readable }) => readable)).toBe(true);
  expect(ofType(evidence, 'config.recorders')).toMatchObject([
    { reason: 'not-asked' },
    { reason: 'not-asked' },
  ]);
});

it('cancelled before AWS said whose account it is, throws the reason', async () => {
  const reason = new Error('cancelled by a person');

  const reading = read({ signal: AbortSignal.abort(reason) });

  await expect(reading).rejects.toBe(reason);
});

it('calls AWS unreachable when the budget is spent before it said who we are', async () => {
  const reading = read({ budgetMs: 50, faults: [{ operation: 'sts', act: 'hang' }] });

  await expect(reading).rejects.toMatchObject({ code: 'aws-unreachable' });
});

it('ends when its budget is spent', async () => {
  const evidence = await read({
    budgetMs: 1_500,
    faults: [{ operation: 'iam', act: 'hang' }],
    limits: { callMs: 20_000, silentRegionMs: 20_000 },
  });

  expect(evidence.ended).toBe('budget-spent');
  expect(ofType(evidence, 'iam.account-summary')).toMatchObject([{ reason: 'not-asked' }]);
});

it('gives a dead region its own deadline and takes nothing from the others', async () => {
  const started = performance.now();

  const evidence = await read({
    faults: [{ region: 'ap-northeast-1', act: 'hang' }],
    limits: { silentRegionMs: 1_000, attempts: 3 },
  });

  expect(performance.now() - started).toBeLessThan(6_000);
  expect(reasonsIn(evidence, 'ap-northeast-1')).toEqual(
    regional.map((type) => [type, 'timed-out']),
  );
  expect(reasonsIn(evidence, 'us-east-1').every(([, outcome]) => outcome === 'readable')).toBe(
    true,
  );
});

it('does not call a region silent that answers slowly but answers', async () => {
  const evidence = await read({
    faults: [{ operation: 'config', region: 'ap-northeast-1', act: 'delay', milliseconds: 1_200 }],
    limits: { silentRegionMs: 1_000 },
  });

  expect(reasonsIn(evidence, 'ap-northeast-1').every(([, outcome]) => outcome === 'readable')).toBe(
    true,
  );
});

it('tries three times when AWS throttles, and says how often it tried', async () => {
  const throttled: Fault = { operation: 'cloudtrail:GetTrailStatus', act: 'throttle', times: 2 };

  const evidence = await read({ faults: [throttled], limits: { attempts: 3 } });

  const call = evidence.calls.find(({ operation }) => operation === throttled.operation);
  expect(call).toMatchObject({ outcome: 'answered', attempts: 3 });
});

it('reads an answer of 10 MB no further than its limit', async () => {
  const faults: Fault[] = [
    { operation: 'config:DescribeConfigurationRecorders', act: 'body', bytes: 10_000_000 },
  ];

  const evidence = await read({ faults, limits: { callMs: 10_000 } });

  expect(ofType(evidence, 'config.recorders')).toMatchObject([
    { readable: false, reason: 'too-large', action: 'config:DescribeConfigurationRecorders' },
    { readable: false, reason: 'too-large' },
  ]);
});

it('counts all pages of one reading against its limit', async () => {
  const faults: Fault[] = [{ operation: 'organizations:ListAccounts', act: 'body', bytes: 6_000 }];

  const evidence = await read({ faults, limits: { readingBytes: 10_000 } });

  expect(ofType(evidence, 'organizations.accounts')).toMatchObject([{ reason: 'too-large' }]);
});

it('asks who we are again at the first expired token, and fails when that is refused', async () => {
  const expired = { act: 'refuse', error: 'ExpiredTokenException', status: 400 } as const;
  const sts: Fault = { operation: 'sts', act: 'delay', milliseconds: 0, times: 1 };

  const reading = read({ faults: [sts, expired] });

  await expect(reading).rejects.toThrow(DomainError);
  await expect(reading).rejects.toMatchObject({ code: 'credentials-refused' });
});

it('goes on when the credentials are good and one service thinks otherwise', async () => {
  const faults: Fault[] = [{ operation: 'config', act: 'refuse', error: 'ExpiredTokenException' }];

  const evidence = await read({ faults });

  expect(ofType(evidence, 'config.recorders')).toMatchObject([
    { reason: 'bad-credentials', detail: 'ExpiredTokenException' },
    { reason: 'bad-credentials' },
  ]);
  expect(ofType(evidence, 'guardduty.detectors').every(({ readable }) => readable)).toBe(true);
});

it('reads the difference between the clocks from the answers', async () => {
  const account = simulatedSession(smallWorld(), { now: new Date(now.getTime() + 10 * 60_000) });

  const evidence = await collectEvidence({ ...account, clock: frozenClock(now) });

  expect(evidence.clockSkewSeconds).toBe(600);
});
