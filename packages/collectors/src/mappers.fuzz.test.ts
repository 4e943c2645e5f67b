import {
  evidenceIds,
  evidenceTypes,
  GLOBAL,
  type Evidence,
  type EvidenceId,
  type EvidenceReading,
  type ReadingReason,
} from '@ippo/contracts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulatedSession } from '../simulator/simulator.ts';
import type { World } from '../simulator/world.ts';
import { collectEvidence } from './collect-evidence.ts';
import { parentKey, type Target } from './define-collector.ts';
import { operations } from './operations.ts';
import { registry } from './registry.ts';
import { openRun, type Run } from './run.ts';
import { takeReading } from './take-reading.ts';
import { arbitraryChange, type Change } from './testing/arbitrary-change.ts';
import { fuzzRuns } from './testing/fuzz-runs.ts';
import { now } from './testing/fuzz-parts.ts';
import { fuzzWorlds } from './testing/fuzz-worlds.ts';

vi.setConfig({ testTimeout: 7_200_000, hookTimeout: 120_000 });

/** A busy machine is no silent region. */
const limits = { attempts: 1, callMs: 60_000, silentRegionMs: 60_000 };

/** Beside `malformed`, what a collector itself says of answers that it can read. */
const declared: Partial<Record<EvidenceId, readonly ReadingReason[]>> = {
  'iam.credential-report': ['not-ready', 'stale'],
  'guardduty.findings': ['capped'],
};

type Asked = { run: Run; target: Target; parents: Map<string, EvidenceReading> };
const intact: { world: World; whole: Evidence }[] = [];
let accounts: { whole: Evidence; run: Run }[] = [];
/** Which operation is answered oddly at the moment, and how. */
let odd: { operation: string; change: Change } | undefined;
const faults = operations.map((operation) => ({
  operation,
  act: 'change' as const,
  change: (output: Record<string, unknown>) =>
    odd?.operation === operation ? odd.change(output) : output,
}));

beforeAll(async () => {
  for (const world of fuzzWorlds)
    intact.push({ world, whole: await collectEvidence(simulatedSession(world, { now, limits })) });
});

// A simulated account remembers every question; a new one for each collector forgets them.
beforeEach(() => {
  accounts = intact.map(({ world, whole }) => {
    const session = simulatedSession(world, { now, faults, limits });
    return { whole, run: openRun(session, new AbortController().signal) };
  });
});

/** Every place where a collector asked in any of the accounts. */
function placesOf(type: EvidenceId): Asked[] {
  const { after } = registry[type];
  return accounts.flatMap(({ whole, run }) => {
    const parents = new Map(
      whole.readings.filter((one) => one.type === after).map((one) => [parentKey(one), one]),
    );
    const made = whole.readings.filter((one) => one.type === type);
    const targets: Target[] = made.map(({ region, resource }) =>
      resource === undefined ? { region } : { region, resource },
    );
    // EC2's list is asked only where the account's own was not answered.
    const all = type === 'ec2.regions' ? [{ region: GLOBAL }] : targets;
    return all.map((target) => ({ run, target, parents }));
  });
}

describe.each(evidenceIds)('%s, answered anything', (type) => {
  const collector = registry[type];

  it('becomes a value that its evidence type accepts, or malformed, and nothing else', async () => {
    const places = placesOf(type);
    const builtIn = Object.getOwnPropertyNames(Object.prototype).length;
    expect(places).not.toEqual([]);

    await fc.assert(
      fc.asyncProperty(
        fc.nat(places.length - 1),
        fc.constantFrom(...collector.operations),
        arbitraryChange,
        async (at, operation, change) => {
          const place = places[at];
          if (!place) throw new Error('no such place');
          odd = { operation, change };

          const { reading, calls } = await takeReading(
            place.run,
            collector,
            place.target,
            '111122223333',
            place.parents,
          );

          if (reading.readable) {
            expect(evidenceTypes[type].value.safeParse(reading.value).error).toBeUndefined();
            expect(JSON.parse(JSON.stringify(reading.value))).toEqual(reading.value);
          } else {
            const refused = calls.find(({ outcome }) => outcome === 'unexpected');
            const allowed = ['malformed', ...(declared[type] ?? []), refused?.outcome];
            expect(allowed, reading.detail).toContain(reading.reason);
          }
          expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(builtIn);
        },
      ),
      { ...fuzzRuns(60), timeout: 120_000 },
    );
  });
});
