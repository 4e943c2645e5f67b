import { AwsError } from '../aws-error.ts';
import type { SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { restJson } from '../protocols/rest-json.ts';

export const guardduty: SimulatedService = {
  service: 'guardduty',
  protocol: restJson([
    { operation: 'ListDetectors', method: 'GET', path: /^\/detector$/ },
    { operation: 'GetDetector', method: 'GET', path: /^\/detector\/(?<detectorId>[^/]+)$/ },
  ]),
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 403,
    throttled: 'TooManyRequestsException',
    throttledStatus: 429,
  },
  answers: {
    ListDetectors({ world, region, input }) {
      const ids = (world.detectors[region] ?? []).map((detector) => detector.id);
      const { items, next } = pageOf(ids, input.nextToken, 50);
      return { detectorIds: items, nextToken: next };
    },
    GetDetector({ world, region, input }) {
      const detector = world.detectors[region]?.find((item) => item.id === input.detectorId);
      if (!detector)
        throw new AwsError(
          'BadRequestException',
          'The request is rejected because the input detectorId is not owned by the current account.',
        );
      return {
        createdAt: '2023-05-11T02:14:05.000Z',
        findingPublishingFrequency: 'SIX_HOURS',
        serviceRole: `arn:aws:iam::${world.account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
        status: detector.status,
        tags: {},
      };
    },
  },
};
