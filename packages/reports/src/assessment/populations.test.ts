import type { Evidence, EvidenceId, Population } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { gathered } from '../testing/assessments.ts';
import { populations } from './populations.ts';

const good = gathered('spotless');
const evidence = evidenceOf('spotless');

describe('the populations', () => {
  it('count what AWS listed, with the calls that each count rests on', () => {
    const counts = populations(evidence, good.report).map(({ id, count }) => [id, count]);
    const calls = find('trails', evidence).calls;

    expect(Object.fromEntries(counts)).toEqual({
      ...{ regions: 17, accounts: 3, users: 50, trails: 1, buckets: 1 },
      ...{ 'event-data-stores': 0, recorders: 17, detectors: 17 },
    });
    expect(calls).toHaveLength(17);
    expect(new Set(calls.map(({ operation }) => operation))).toEqual(
      new Set(['cloudtrail:DescribeTrails']),
    );
  });

  it.each<[string, EvidenceId]>([
    ['users', 'iam.credential-report'],
    ['trails', 'cloudtrail.trails'],
    ['buckets', 'cloudtrail.trails'],
    ['event-data-stores', 'cloudtrail.event-data-stores'],
    ['recorders', 'config.recorder-summaries'],
    ['detectors', 'guardduty.detectors'],
    ['accounts', 'organizations.accounts'],
    ['regions', 'account.regions'],
  ])('of %s are not known where one reading was refused, and never 0', (id, type) => {
    const dark = refuse(type);

    const population = find(id, dark);

    expect(population.count).toBeNull();
    expect(population.unread).toContainEqual(expect.objectContaining({ reason: 'denied' }));
  });

  it('say how many were seen all the same', () => {
    const dark = refuse('guardduty.detectors');

    const { count, seen, unread } = find('detectors', dark);

    expect([count, seen, unread.length]).toEqual([null, 16, 1]);
  });

  it('are not known where nobody asked', () => {
    const { readings: _readings, ...rest } = evidence;

    const all = populations({ ...rest, readings: [] }, good.report);

    expect(all.every(({ count }) => count === null)).toBe(true);
    expect(new Set(all.flatMap(({ unread }) => unread.map(({ reason }) => reason)))).toEqual(
      new Set(['not-asked']),
    );
  });

  it('count neither a list’s shadows twice nor a Region that the owner confirmed as closed', () => {
    const closed = good.report.regions.map((region) =>
      region.name === 'sa-east-1' ? { ...region, state: 'out-of-scope' as const } : region,
    );
    const dark = refuse('cloudtrail.trails', 'sa-east-1');

    const trails = populations(dark, { ...good.report, regions: closed }).find(
      ({ id }) => id === 'trails',
    );

    expect([trails?.count, trails?.unread]).toEqual([1, []]);
  });
});

function evidenceOf(name: string): Evidence {
  const { evidence: found } = gathered(name);
  if (!found) throw new Error(`${name} has evidence`);
  return found;
}

function find(id: string, given: Evidence): Population {
  const found = populations(given, good.report).find((population) => population.id === id);
  if (!found) throw new Error(`no population ${id}`);
  return found;
}

/** The first reading of a type, or the one of a Region, was refused. */
function refuse(type: EvidenceId, region?: string): Evidence {
  let done = false;
  const readings = evidence.readings.map((reading) => {
    if (done || reading.type !== type || (region ?? reading.region) !== reading.region)
      return reading;
    done = true;
    const { at, calls } = reading;
    const refused = { readable: false as const, reason: 'denied' as const, action: 'a:B' };
    return { type: reading.type, region: reading.region, calls, at, ...refused };
  });
  return { ...evidence, readings };
}
