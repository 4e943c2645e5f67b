import { AwsError } from '../aws-error.ts';
import type { Asked, SimulatedService } from '../define-service.ts';
import { pageOf } from '../page-of.ts';
import { awsJson } from '../protocols/json.ts';
import type { SimulatedTrail } from '../world.ts';

/** What one region lists: its own trails, and shadows of multi-region and organization trails. */
function trailsIn({ world, region }: Asked): SimulatedTrail[] {
  return world.trails.filter((trail) => trail.home === region || trail.multiRegion);
}

function trailNamed(asked: Asked, name: unknown): SimulatedTrail {
  const trail = trailsIn(asked).find((item) => item.arn === name);
  if (trail) return trail;
  throw new AwsError('TrailNotFoundException', `Unknown trail: ${String(name)}`);
}

export const cloudtrail: SimulatedService = {
  service: 'cloudtrail',
  protocol: awsJson,
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 400,
    throttled: 'ThrottlingException',
    throttledStatus: 400,
  },
  answers: {
    DescribeTrails: (asked) => ({
      trailList: trailsIn(asked).map((trail) => ({
        Name: trail.name,
        S3BucketName: trail.bucket,
        IncludeGlobalServiceEvents: true,
        IsMultiRegionTrail: trail.multiRegion,
        HomeRegion: trail.home,
        TrailARN: trail.arn,
        LogFileValidationEnabled: trail.validation,
        HasCustomEventSelectors: trail.selectors !== undefined,
        HasInsightSelectors: false,
        IsOrganizationTrail: trail.organization,
      })),
    }),
    GetTrailStatus: (asked) => trailNamed(asked, asked.input.Name).status,
    GetEventSelectors(asked) {
      const { arn, selectors } = trailNamed(asked, asked.input.TrailName);
      return { TrailARN: arn, ...selectors };
    },
    ListEventDataStores({ world, region, input }) {
      const stores = world.stores.filter((store) => store.region === region);
      const { items, next } = pageOf(stores, input.NextToken, 25);
      return {
        EventDataStores: items.map(({ arn, name }) => ({ EventDataStoreArn: arn, Name: name })),
        NextToken: next,
      };
    },
    GetEventDataStore({ world, region, input }) {
      const store = world.stores.find(
        (item) => item.region === region && item.arn === input.EventDataStore,
      );
      if (!store) throw new AwsError('EventDataStoreNotFoundException', 'No such store.');
      return {
        EventDataStoreArn: store.arn,
        Name: store.name,
        Status: store.status,
        AdvancedEventSelectors: store.selectors,
        MultiRegionEnabled: store.multiRegion,
        OrganizationEnabled: store.organization,
        RetentionPeriod: store.retentionDays,
        TerminationProtectionEnabled: true,
        CreatedTimestamp: new Date('2024-02-01T00:00:00Z'),
      };
    },
  },
};
