import type { SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { restJson } from '../protocols/rest-json.ts';

export const account: SimulatedService = {
  service: 'account',
  protocol: restJson([{ operation: 'ListRegions', method: 'POST', path: /^\/listRegions$/ }]),
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 403,
    throttled: 'TooManyRequestsException',
    throttledStatus: 429,
  },
  answers: {
    ListRegions({ world, input }) {
      const regions = Object.entries(world.regions).map(([RegionName, RegionOptStatus]) => ({
        RegionName,
        RegionOptStatus,
      }));
      const { items, next } = pageOf(regions, input.NextToken, 50);
      return { Regions: items, NextToken: next };
    },
  },
};
