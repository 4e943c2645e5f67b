import type { SimulatedService } from '../define-service.ts';
import { query } from '../protocols/query.ts';

export const sts: SimulatedService = {
  service: 'sts',
  protocol: query('https://sts.amazonaws.com/doc/2011-06-15/'),
  codes: {
    denied: 'AccessDenied',
    deniedStatus: 403,
    throttled: 'Throttling',
    throttledStatus: 400,
  },
  answers: {
    GetCallerIdentity: ({ world }) => ({
      Arn: world.caller,
      UserId: 'AROASIMULATEDEXAMPLE1:ippo',
      Account: world.account,
    }),
  },
};
