import { detector, each, findingsRule } from '../build-parts.ts';
import { account, ago, everywhere, organizationOf, trail } from '../build-world.ts';
import { rootRow, users } from '../people.ts';
import type { World } from '../world.ts';

const closedByPolicy = ['eu-north-1', 'sa-east-1', 'us-west-1'];

/**
 * The account that the pages are drawn with: a member whose trail was stopped six days ago, with three
 * regions closed by an SCP, one dead, Osaka without a detector, and two of its people without MFA.
 */
export default function acmeDemo(now: Date): World {
  const id = '111122223333';
  const home = 'ap-northeast-1';
  return account({
    now,
    name: 'acme-demo',
    account: id,
    startRegion: home,
    organization: organizationOf(id, { managementAccount: '444455556666', mayList: false }),
    credentials: [
      rootRow(id, now, 53),
      ...users(id, now, { console: 14, lacksMfa: (at) => at === 6 || at === 9 }),
    ],
    trails: [
      trail(id, now, {
        name: 'acme-trail',
        home,
        bucket: 'acme-trail-logs-111122223333',
        validation: false,
        status: {
          IsLogging: false,
          StartLoggingTime: ago(now, 560),
          StopLoggingTime: ago(now, 6),
          LatestDeliveryTime: ago(now, 6),
        },
      }),
    ],
    detectors: {
      ...everywhere((region) => [detector(id, region)]),
      'ap-northeast-3': [],
    },
    more: {
      rules: each(['ap-northeast-1', 'us-east-1'], (region) => [findingsRule(id, region)]),
    },
    faults: [
      ...closedByPolicy.map((region) => ({ region, act: 'scp-deny' as const })),
      { region: 'ca-central-1', act: 'hang' },
    ],
  });
}
