import type { SimulatedService } from '../define-service.ts';
import { ec2Query } from '../protocols/query.ts';

/** `OptInStatus` for what Account Management calls `RegionOptStatus` (EC2 API, `Region`). */
const optInStatus: Readonly<Record<string, string>> = {
  ENABLED_BY_DEFAULT: 'opt-in-not-required',
  ENABLED: 'opted-in',
  ENABLING: 'opted-in',
};

export const ec2: SimulatedService = {
  service: 'ec2',
  protocol: ec2Query('http://ec2.amazonaws.com/doc/2016-11-15/'),
  codes: {
    denied: 'UnauthorizedOperation',
    deniedStatus: 403,
    throttled: 'RequestLimitExceeded',
    throttledStatus: 503,
  },
  answers: {
    DescribeRegions: ({ world }) => ({
      regionInfo: Object.entries(world.regions).map(([regionName, status]) => ({
        regionName,
        regionEndpoint: `ec2.${regionName}.amazonaws.com`,
        optInStatus: optInStatus[status] ?? 'not-opted-in',
      })),
    }),
  },
};
