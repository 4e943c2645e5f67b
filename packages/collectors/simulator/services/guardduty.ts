import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { restJson } from '../protocols/rest-json.ts';
import type { SimulatedDetector, SimulatedFinding } from '../world-parts.ts';

function detectorOf({ world, region, input }: Asked): SimulatedDetector {
  const detector = world.detectors[region]?.find((item) => item.id === input.detectorId);
  if (detector) return detector;
  throw new AwsError(
    'BadRequestException',
    'The request is rejected because the input detectorId is not owned by the current account.',
  );
}

/** The two criteria that our collector sends; another one is a defect of it. */
function meets(finding: SimulatedFinding, criteria: unknown): boolean {
  const { severity, 'service.archived': archived, ...others } = criterionOf(criteria);
  if (Object.keys(others).length > 0)
    throw new AwsError('BadRequestException', 'Unknown criterion.');
  const from = Number(severity?.['greaterThanOrEqual'] ?? 0);
  const wanted = archived?.['equals'];
  const isArchived = String(finding.archived ?? false);
  return finding.severity >= from && (!Array.isArray(wanted) || wanted.includes(isArchived));
}

function criterionOf(criteria: unknown): Record<string, Record<string, unknown> | undefined> {
  const { criterion = {} } = (criteria ?? {}) as {
    criterion?: Record<string, Record<string, unknown>>;
  };
  return criterion;
}

export const guardduty: SimulatedService = {
  service: 'guardduty',
  protocol: restJson([
    { operation: 'ListDetectors', method: 'GET', path: /^\/detector$/ },
    { operation: 'GetDetector', method: 'GET', path: /^\/detector\/(?<detectorId>[^/]+)$/ },
    {
      operation: 'GetAdministratorAccount',
      method: 'GET',
      path: /^\/detector\/(?<detectorId>[^/]+)\/administrator$/,
    },
    {
      operation: 'ListFindings',
      method: 'POST',
      path: /^\/detector\/(?<detectorId>[^/]+)\/findings$/,
    },
    {
      operation: 'GetFindings',
      method: 'POST',
      path: /^\/detector\/(?<detectorId>[^/]+)\/findings\/get$/,
    },
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
    GetDetector(asked) {
      const { world } = asked;
      const detector = detectorOf(asked);
      const features = Object.entries(detector.features ?? {});
      return {
        createdAt: '2023-05-11T02:14:05.000Z',
        findingPublishingFrequency: 'SIX_HOURS',
        serviceRole: `arn:aws:iam::${world.account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`,
        status: detector.status,
        features: detector.features && features.map(([name, status]) => ({ name, status })),
        tags: {},
      };
    },
    /** No content where nobody administers this account (GuardDuty API, `GetAdministratorAccount`). */
    GetAdministratorAccount(asked) {
      const { administrator } = detectorOf(asked);
      if (administrator === undefined) return {};
      return { administrator: { accountId: administrator, relationshipStatus: 'Enabled' } };
    },
    /** The last page has an empty token (GuardDuty API, `ListFindings`). */
    ListFindings(asked) {
      const { findingCriteria, nextToken, maxResults } = asked.input;
      const found = (detectorOf(asked).findings ?? []).filter((one) => meets(one, findingCriteria));
      const { items, next } = pageOf(found, nextToken, Number(maxResults ?? 50));
      return { findingIds: items.map(({ id }) => id), nextToken: next ?? '' };
    },
    GetFindings(asked) {
      const ids = asked.input.findingIds;
      if (!Array.isArray(ids) || ids.length > 50)
        throw new AwsError('BadRequestException', 'The parameter findingIds has an invalid value.');
      const { id: detectorId, findings = [] } = detectorOf(asked);
      return {
        findings: findings
          .filter(({ id }) => ids.includes(id))
          .map((one) => ({
            accountId: one.account,
            arn: `arn:aws:guardduty:${asked.region}:${asked.world.account}:detector/${detectorId}/finding/${one.id}`,
            createdAt: one.createdAt.toISOString(),
            updatedAt: one.createdAt.toISOString(),
            id: one.id,
            region: asked.region,
            resource: {
              resourceType: 'AccessKey',
              accessKeyDetails: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', userName: 'user-06' },
            },
            schemaVersion: '2.0',
            severity: one.severity,
            type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller',
            service: {
              archived: one.archived ?? false,
              detectorId,
              serviceName: 'guardduty',
              additionalInfo:
                one.info === undefined ? undefined : { value: one.info, type: 'default' },
            },
          })),
      };
    },
  },
};
