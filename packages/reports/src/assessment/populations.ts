import { GLOBAL, type Evidence, type Population, type ScanReport } from '@ippo/contracts';
import { callsOf } from './evidence-calls.ts';
import { counted, type Counted } from './counted.ts';
import { regionsPopulation } from './region-population.ts';

/** Region states in which Regions are not part of what is assessed: nothing is missing there. */
const outside = new Set(['not-enabled', 'out-of-scope']);

/**
 * What was looked at, counted from the evidence. A list that was not answered, or never asked for, makes its
 * count null: never 0.
 */
export function populations(evidence: Evidence, report: ScanReport): Population[] {
  const regions = report.regions.filter(({ state }) => !outside.has(state)).map(({ name }) => name);
  return [
    regionsPopulation(evidence, report),
    ...counted.map((one) => population(one, evidence, one.everyRegion ? regions : [GLOBAL])),
  ];
}

function population(counting: Counted, evidence: Evidence, regions: string[]): Population {
  const own = evidence.readings.filter(
    ({ type, region }) => type === counting.type && regions.includes(region),
  );
  const refused = own.flatMap((reading) =>
    reading.readable
      ? []
      : [{ region: reading.region, action: reading.action, reason: reading.reason }],
  );
  const asked = new Set(own.map(({ region }) => region));
  const neverAsked = regions
    .filter((region) => !asked.has(region))
    .map((region) => ({ region, action: counting.action, reason: 'not-asked' as const }));
  const unread = [...refused, ...neverAsked].toSorted((a, b) => order(a.region, b.region));
  const seen = new Set(own.flatMap((reading) => counting.names(reading))).size;
  const count = unread.length === 0 ? seen : null;
  return { id: counting.id, count, seen, unread, calls: callsOf(own, evidence) };
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
