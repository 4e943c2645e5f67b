import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { restJson } from '../protocols/rest-json.ts';

/** The subscriptions of a region's hub; without one AWS says so as an error. */
function hubIn({ world, region }: Asked): readonly string[] {
  const products = world.more.hubs[region];
  if (products) return products;
  throw new AwsError(
    'InvalidAccessException',
    `Account ${world.account} is not subscribed to AWS Security Hub`,
    401,
  );
}

export const securityhub: SimulatedService = {
  service: 'securityhub',
  protocol: restJson([
    { operation: 'DescribeHub', method: 'GET', path: /^\/accounts$/ },
    { operation: 'ListEnabledProductsForImport', method: 'GET', path: /^\/productSubscriptions$/ },
  ]),
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 403,
    throttled: 'TooManyRequestsException',
    throttledStatus: 429,
  },
  answers: {
    DescribeHub(asked) {
      hubIn(asked);
      return {
        HubArn: `arn:aws:securityhub:${asked.region}:${asked.world.account}:hub/default`,
        SubscribedAt: '2024-02-01T00:00:00.000Z',
        AutoEnableControls: true,
      };
    },
    ListEnabledProductsForImport(asked) {
      const { items, next } = pageOf(hubIn(asked), asked.input.NextToken, 50);
      return { ProductSubscriptions: items, NextToken: next };
    },
  },
};
