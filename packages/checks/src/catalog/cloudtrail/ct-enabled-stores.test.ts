import {
  advanced,
  lakeStore,
  noStores,
  statusOf,
  trail,
  trailLists,
} from '../../testing/aws-literals.ts';
import { checkCases } from '../../testing/check-cases.ts';
import { answered, evidence, evidenceIn, everywhere, refused } from '../../testing/evidence.ts';
import check from './ct-enabled.ts';

const wide = trail('main');
const noTrails = trailLists();

/** A store in Ireland, no trails. */
function withStore(changes: Parameters<typeof lakeStore>[1] = {}) {
  return evidence(noTrails, noStores(), lakeStore('eu-west-1', changes));
}

checkCases(check, {
  passes: {
    'a Lake store covers all regions although only its own lists it': {
      given: withStore(),
      reason: 'lake-store',
    },
    'a Lake store with its state in another case and exactly a year': {
      given: withStore({ Status: 'Enabled', RetentionPeriod: 365 }),
      reason: 'lake-store',
    },
    'a Lake store covers where no list of trails was read': {
      given: evidence(noStores(), lakeStore('eu-west-1')),
      reason: 'lake-store',
    },
    'a single-region Lake store covers its own region beside a trail for the others': {
      given: evidence(
        ...['ap-northeast-1', 'us-east-1'].map((HomeRegion) => {
          const local = trail('local', { HomeRegion, IsMultiRegionTrail: false });
          return [answered('cloudtrail.trails', [local], HomeRegion), statusOf(local)];
        }),
        answered('cloudtrail.trails', [], 'eu-west-1'),
        lakeStore('eu-west-1', { MultiRegionEnabled: false }),
      ),
      reason: 'covered-here-only',
    },
  },
  fails: {
    'a Lake store keeps events for less than a year': {
      given: withStore({ RetentionPeriod: 364 }),
      reason: 'no-trail',
    },
    'a Lake store that stopped ingesting keeps nothing new': {
      given: withStore({ Status: 'STOPPED_INGESTION' }),
      reason: 'no-trail',
    },
    'a Lake store is pending deletion': {
      given: withStore({ Status: 'PENDING_DELETION' }),
      reason: 'no-trail',
    },
    'a Lake store keeps data events only': {
      given: withStore(advanced(['eventCategory', 'Equals', 'Data'])),
      reason: 'no-trail',
    },
    'a single-region Lake store leaves the other regions uncovered': {
      given: withStore({ MultiRegionEnabled: false }),
      reason: 'no-trail',
    },
  },
  unknown: {
    'a stopped trail, and the stores could not be read': {
      given: evidence(
        trailLists(wide),
        statusOf(wide, { IsLogging: false }),
        everywhere((region) => refused('cloudtrail.event-data-stores', 'denied', region)),
      ),
      reason: 'not-read',
      readingReason: 'denied',
    },
    'no trail, and one region’s stores could not be read': {
      given: evidence(
        noTrails,
        noStores(),
        refused('cloudtrail.event-data-stores', 'timed-out', 'eu-west-1'),
      ),
      reason: 'not-read',
      readingReason: 'timed-out',
    },
    'a listed store could not be read': {
      given: evidence(noTrails, noStores(), lakeStore('eu-west-1')[0] ?? []),
      reason: 'not-read',
    },
    'a store of a region that nobody could list might keep the events': {
      given: evidenceIn(
        { partition: 'aws-cn' },
        refused('account.regions', 'denied'),
        ['cn-north-1', 'cn-northwest-1'].flatMap((region) => [
          answered('cloudtrail.trails', [], region),
          answered('cloudtrail.event-data-stores', [], region),
        ]),
      ),
      reason: 'stores-not-all-read',
      findings: 3,
    },
    'a store has a state that nobody knows': {
      given: withStore({ Status: 'HALF_ENABLED' }),
      reason: 'not-read',
    },
  },
});
