import { evidenceIds, type EvidenceReading } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { detector, finding, parts } from '../simulator/build-parts.ts';
import { organizationOf, store, trail } from '../simulator/build-world.ts';
import { rootRow, users } from '../simulator/people.ts';
import type { Mishap, World } from '../simulator/world.ts';
import { operations } from './operations.ts';
import { id, now, read } from './read.test-support.ts';
import { registry } from './registry.ts';

const home = 'us-east-1';
const busyTrail = trail(id, now, { name: 'busy', home, selectors: { EventSelectors: [] } });
const findings = [finding(id, now, { name: 'real', severity: 8, hoursAgo: 2 })];

/** An account of one region in which every collector has something to ask. */
const busy: Partial<World> = {
  regions: { [home]: 'ENABLED_BY_DEFAULT' },
  credentials: [
    rootRow(id, now, 200),
    ...users(id, now, { all: 3, console: 2, lacksMfa: () => true }),
  ],
  detectors: { [home]: [detector(id, home, { findings })] },
  more: { ...parts(id, now, [home], [busyTrail]), hubs: { [home]: [] } },
  organization: organizationOf(id),
  trails: [busyTrail],
  stores: [store(id, { name: 'lake', region: home })],
};
const noRegionList = { operation: 'account:ListRegions', act: 'deny' as const };
const mishaps: [string, Mishap][] = [
  ['denied', { act: 'deny' }],
  ['scp-denied', { act: 'scp-deny' }],
  ['throttled', { act: 'throttle' }],
  ['malformed', { act: 'html', status: 500 }],
  ['malformed', { act: 'html', status: 200 }],
  ['malformed', { act: 'truncate' }],
  ['network', { act: 'hang-up' }],
  ['too-large', { act: 'body', bytes: 200_000 }],
  ['unexpected', { act: 'refuse', error: 'InternalFailure', status: 500 }],
];

function place({ type, region, resource }: EvidenceReading): string {
  return `${type} ${region} ${resource ?? ''}`;
}

/** The kinds that hang on another kind, directly or not. */
function below(parent: string): string[] {
  const children = evidenceIds.filter((type) => registry[type].after === parent);
  return children.flatMap((child) => [child, ...below(child)]);
}

/** Reads the busy account while one operation is spoiled, and compares all that it did not touch. */
async function expectOnly(operation: string, mishap: Mishap, reason: string, callMs = 10_000) {
  const noList = operation === 'ec2:DescribeRegions' ? [noRegionList] : [];
  const asking = evidenceIds.filter((type) =>
    registry[type].operations.some((name) => name === operation),
  );
  const touched = [...asking.flatMap((type) => [type, ...below(type)]), 'ec2.regions'];
  const before = noList.length > 0 ? await withoutList : await whole;

  const evidence = await read({
    world: busy,
    faults: [{ operation, ...mishap }, ...noList],
    limits: { callMs, readingBytes: 100_000 },
  });

  const spoiled = evidence.readings.filter(({ type }) => asking.includes(type));
  expect(spoiled.length).toBeGreaterThan(0);
  for (const reading of spoiled) expect(reading).toMatchObject({ readable: false, reason });
  const after = new Map(evidence.readings.map((reading) => [place(reading), reading]));
  for (const reading of before.readings.filter(({ type }) => !touched.includes(type)))
    expect(after.get(place(reading))).toEqual({ ...reading, calls: expect.anything() });
}

const whole = read({ world: busy });
const withoutList = read({ world: busy, faults: [noRegionList] });

/** Without an identity there is no evidence at all; its own test has that. */
const spoilable = operations.filter((operation) => operation !== 'sts:GetCallerIdentity');

describe.each(spoilable)('when %s goes wrong', (operation) => {
  it.each(mishaps)('its readings are %s and nothing else is touched: %j', (reason, mishap) =>
    expectOnly(operation, mishap, reason),
  );
});

it('waits for a call that hangs, whichever it is, no longer than its deadline', async () => {
  await Promise.all(
    spoilable.map((operation) => expectOnly(operation, { act: 'hang' }, 'timed-out', 3_000)),
  );
});
