import { account, ago, detectorId, everywhere, organizationOf, trail } from '../build-world.ts';
import type { World } from '../world.ts';

const closedByPolicy = ['eu-north-1', 'sa-east-1', 'us-west-1'];

/**
 * The account that the pages are drawn with: a member whose trail was stopped six days ago, with three
 * regions closed by an SCP, one dead, and Osaka without a detector.
 */
export default function acmeDemo(now: Date): World {
  const id = '111122223333';
  const home = 'ap-northeast-1';
  return account({
    now,
    name: 'acme-demo',
    account: id,
    startRegion: home,
    rootUsedDaysAgo: 53,
    organization: organizationOf(id, { managementAccount: '444455556666', mayList: false }),
    trails: [
      trail(id, now, {
        name: 'acme-trail',
        home,
        bucket: 'acme-trail-logs-111122223333',
        status: {
          IsLogging: false,
          StartLoggingTime: ago(now, 560),
          StopLoggingTime: ago(now, 6),
          LatestDeliveryTime: ago(now, 6),
          LatestDigestDeliveryTime: ago(now, 6),
        },
      }),
    ],
    detectors: {
      ...everywhere((region) => [{ id: detectorId(id, region), status: 'ENABLED' }]),
      'ap-northeast-3': [],
    },
    faults: [
      ...closedByPolicy.map((region) => ({ region, act: 'scp-deny' as const })),
      { region: 'ca-central-1', act: 'hang' },
    ],
  });
}
