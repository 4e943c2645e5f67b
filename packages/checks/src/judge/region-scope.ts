import {
  regionList,
  type Evidence,
  type EvidenceReading,
  type EvidenceValue,
  type ListedState,
  type Reading,
  type RegionState,
  type Scope,
} from '@ippo/contracts';

/** One region of the account: what the list says, and what the calls there showed. */
export type ScopedRegion = {
  name: string;
  listed: ListedState;
  state: RegionState;
  /** Readings made there: how many were answered, of how many. */
  answered: number;
  total: number;
};

/** The regions that a judgement is about (checks.md 0.3). */
export type RegionScope = { assumed: boolean; list: readonly ScopedRegion[] };

/** Derives every region's state: the list first, then what the calls in it answered. */
export function regionScope(evidence: Evidence, scope: Scope): RegionScope {
  const list = regionList(
    accountReading(evidence, 'account.regions'),
    accountReading(evidence, 'ec2.regions'),
    evidence.partition,
  );
  const closed = new Set(scope.closedRegions.map((region) => region.region));
  const readings = readingsByRegion(evidence);
  return {
    assumed: list.assumed,
    list: list.regions.map(({ name, listed }) => {
      const there = readings.get(name) ?? [];
      const seen = stateSeen(listed, there);
      const confirmed = seen === 'scp-denied' && closed.has(name);
      const answered = there.filter((reading) => reading.readable).length;
      const state = confirmed ? 'out-of-scope' : seen;
      return { name, listed, state, answered, total: there.length };
    }),
  };
}

function accountReading<Id extends 'account.regions' | 'ec2.regions'>(
  evidence: Evidence,
  id: Id,
): Reading<EvidenceValue<Id>> | undefined {
  return evidence.readings.find((reading): reading is EvidenceReading<Id> => reading.type === id);
}

function readingsByRegion(evidence: Evidence): Map<string, EvidenceReading[]> {
  const byRegion = new Map<string, EvidenceReading[]>();
  for (const reading of evidence.readings) {
    const list = byRegion.get(reading.region);
    if (list) list.push(reading);
    else byRegion.set(reading.region, [reading]);
  }
  return byRegion;
}

function stateSeen(listed: ListedState, readings: readonly EvidenceReading[]): RegionState {
  if (listed === 'not-enabled' || listed === 'assumed') return listed;
  if (listed === 'changing' || listed === 'undecided') return 'changing';
  const asked = readings.filter(
    (reading) => reading.readable || !['not-asked', 'capped'].includes(reading.reason),
  );
  if (asked.length === 0 || asked.some((reading) => reading.readable)) return 'enabled';
  if (asked.every((reading) => hasReason(reading, 'network', 'timed-out'))) return 'unreachable';
  return servicesClosed(asked) >= 2 ? 'scp-denied' : 'enabled';
}

/** How many services refused every call with an SCP. */
function servicesClosed(readings: readonly EvidenceReading[]): number {
  const byService = Map.groupBy(readings, (reading) => reading.type.split('.')[0]);
  return [...byService.values()].filter((ofService) =>
    ofService.every((reading) => hasReason(reading, 'scp-denied')),
  ).length;
}

function hasReason(reading: EvidenceReading, ...reasons: string[]): boolean {
  return !reading.readable && reasons.includes(reading.reason);
}
