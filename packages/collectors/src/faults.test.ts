import { evidenceIds, type EvidenceReading } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { organizationOf, trail } from '../simulator/build-world.ts';
import type { Mishap, World } from '../simulator/world.ts';
import { operations } from './operations.ts';
import { id, now, read } from './read.test-support.ts';
import { registry } from './registry.ts';

/** An account in which every collector has something to ask. */
const busy: Partial<World> = {
  organization: organizationOf(id),
  trails: [trail(id, now, { name: 'busy', home: 'us-east-1', selectors: { EventSelectors: [] } })],
  stores: [
    {
      arn: `arn:aws:cloudtrail:us-east-1:${id}:eventdatastore/11112222-3333-4444-5555-666677778888`,
      name: 'lake',
      region: 'us-east-1',
      status: 'ENABLED',
      multiRegion: true,
      organization: false,
      retentionDays: 400,
      selectors: [],
    },
  ],
};
const noRegionList = { operation: 'account:ListRegions', act: 'deny' as const };
const mishaps: [string, Mishap][] = [
  ['denied', { act: 'deny' }],
  ['scp-denied', { act: 'scp-deny' }],
  ['throttled', { act: 'throttle' }],
  ['malformed', { act: 'html', status: 500 }],
  ['malformed', { act: 'html', status: 200 }],
  ['malformed', { act: 'truncate' }],
  ['timed-out', { act: 'hang' }],
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

describe.concurrent.each(operations.filter((operation) => operation !== 'sts:GetCallerIdentity'))(
  'when %s goes wrong',
  (operation) => {
    const ec2 = operation === 'ec2:DescribeRegions' ? [noRegionList] : [];
    const asking = evidenceIds.filter((type) =>
      registry[type].operations.some((name) => name === operation),
    );
    const touched = asking.flatMap((type) => [type, ...below(type)]);

    const whole = read({ world: busy, faults: ec2 });

    it.each(mishaps)(
      'its readings are %s and nothing else is touched: %j',
      async (reason, mishap) => {
        const before = await whole;
        const evidence = await read({
          world: busy,
          faults: [{ operation, ...mishap }, ...ec2],
          limits: {
            callMs: mishap.act === 'hang' ? 800 : 10_000,
            silentRegionMs: 5_000,
            readingBytes: 100_000,
          },
        });

        const spoiled = evidence.readings.filter(({ type }) => asking.includes(type));
        expect(spoiled.length).toBeGreaterThan(0);
        for (const reading of spoiled) expect(reading).toMatchObject({ readable: false, reason });
        const rest = ({ type }: EvidenceReading) =>
          !touched.includes(type) && type !== 'ec2.regions';
        const others = new Map(
          evidence.readings.filter(rest).map((reading) => [place(reading), reading]),
        );
        for (const reading of before.readings.filter(rest))
          expect(others.get(place(reading))).toEqual({ ...reading, calls: expect.anything() });
      },
    );
  },
);
