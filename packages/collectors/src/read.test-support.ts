import type { Evidence, EvidenceId, EvidenceReading } from '@ippo/contracts';
import { account } from '../simulator/build-world.ts';
import { simulatedSession, type SimulatedOptions } from '../simulator/simulator.ts';
import type { Mishap, World } from '../simulator/world.ts';
import { collectEvidence, type CollectOptions } from './collect-evidence.ts';

/** When every test takes place. */
export const now = new Date('2026-11-16T03:00:00.000Z');

export const id = '111122223333';

/** An account with two enabled regions and one that is not, spotless but for what is said otherwise. */
export function smallWorld(world: Partial<World> = {}): World {
  return account({
    now,
    name: 'small',
    account: id,
    regions: {
      'ap-northeast-1': 'ENABLED_BY_DEFAULT',
      'us-east-1': 'ENABLED_BY_DEFAULT',
      'me-south-1': 'DISABLED',
    },
    ...world,
  });
}

export type ReadOptions = CollectOptions & SimulatedOptions & { world?: Partial<World> };

/** Reads a small account with a standing clock and one attempt a call. */
export function read({ world = {}, limits = {}, ...options }: ReadOptions = {}): Promise<Evidence> {
  const session = simulatedSession(smallWorld(world), {
    now,
    ...options,
    limits: { attempts: 1, callMs: 10_000, silentRegionMs: 10_000, ...limits },
  });
  return collectEvidence(session, options);
}

/** The readings of one kind, in order. */
export function ofType<Id extends EvidenceId>(evidence: Evidence, type: Id): EvidenceReading<Id>[] {
  return evidence.readings.filter((reading) => reading.type === type) as EvidenceReading<Id>[];
}

/** The values of one kind where they could be read, else the reasons. */
export async function readValues(type: EvidenceId, options: ReadOptions = {}): Promise<unknown[]> {
  const readings = ofType(await read(options), type);
  return readings.map((reading) => (reading.readable ? reading.value : reading.reason));
}

/** The values of one kind when something happens to an operation. */
export function readValuesWhen(type: EvidenceId, operation: string, mishap: Mishap) {
  return readValues(type, { faults: [{ operation, ...mishap }] });
}
