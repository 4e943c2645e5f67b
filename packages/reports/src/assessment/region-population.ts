import {
  GLOBAL,
  regionList,
  type Evidence,
  type EvidenceReading,
  type Population,
  type ScanReport,
} from '@ippo/contracts';
import { callsOf } from './evidence-calls.ts';

/** The Regions that are enabled, by AWS's own list; null where it could not be read and defaults stand in. */
export function regionsPopulation(evidence: Evidence, report: ScanReport): Population {
  const lists = evidence.readings.filter(
    (reading): reading is EvidenceReading<'account.regions'> | EvidenceReading<'ec2.regions'> =>
      reading.type === 'account.regions' || reading.type === 'ec2.regions',
  );
  const { assumed, regions } = regionList(
    lists.find((one): one is EvidenceReading<'account.regions'> => one.type === 'account.regions'),
    lists.find((one): one is EvidenceReading<'ec2.regions'> => one.type === 'ec2.regions'),
    report.partition,
  );
  const enabled = regions.filter(({ listed }) => listed === 'enabled').length;
  const refused = lists.flatMap((list) =>
    list.readable ? [] : [{ region: list.region, action: list.action, reason: list.reason }],
  );
  const unread: Population['unread'] =
    refused.length > 0
      ? refused
      : [{ region: GLOBAL, action: 'account:ListRegions', reason: 'not-asked' }];
  return {
    id: 'regions',
    count: assumed ? null : enabled,
    seen: enabled,
    unread: assumed ? unread : [],
    calls: callsOf(assumed ? lists : lists.filter(({ readable }) => readable), evidence),
  };
}
