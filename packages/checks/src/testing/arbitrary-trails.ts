import type { EvidenceReading, EvidenceValue, Trail, TrailStatus } from '@ippo/contracts';
import fc from 'fast-check';
import { ACCOUNT, answered, MANAGEMENT, secondsAgo } from './evidence.ts';
import { defined, often } from './often.ts';

const day = 24 * 3600;
/** Instants on both sides of every limit. */
const instants = [day - 1, day, day + 1, 40 * day, -60].map((seconds) => secondsAgo(seconds));
export const maybeInstant = often(secondsAgo(60), undefined, ...instants);
export const mostlyYes = often(true, true, false, undefined);

function oneOf(...values: string[]): fc.Arbitrary<string[]> {
  return fc.constantFrom(...values).map((value) => [value]);
}

const field = fc.record(
  {
    Field: fc.constantFrom('eventCategory', 'readOnly', 'eventSource', 'eventName', 'moonPhase'),
    Equals: oneOf('Management', 'Data', 'true', 'false'),
    NotEquals: oneOf('true', 'false', 'kms.amazonaws.com'),
  },
  { requiredKeys: ['Field'] },
);
const advancedSelectors = fc.array(
  fc.array(field, { maxLength: 2 }).map((fields) => ({
    FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...fields],
  })),
  { maxLength: 2 },
);
const basicSelectors = fc.array(
  defined({
    ReadWriteType: fc.constantFrom('All', 'WriteOnly', 'readonly', 'Sometimes', undefined),
    IncludeManagementEvents: mostlyYes,
    ExcludeManagementEventSources: often(
      undefined,
      ['kms.amazonaws.com'],
      ['ec2.amazonaws.com'],
    ).map((sources) => sources && [...sources]),
  }),
  { maxLength: 2 },
);
const selectors = fc.oneof(
  defined({ AdvancedEventSelectors: advancedSelectors }),
  defined({ EventSelectors: basicSelectors }),
);

const status: fc.Arbitrary<TrailStatus> = defined({
  IsLogging: fc.constantFrom(true, true, true, false, undefined),
  LatestDeliveryError: often(undefined, '', 'None', 'NoSuchBucket'),
  LatestDeliveryTime: maybeInstant,
  LatestDigestDeliveryError: often(undefined, 'AccessDenied'),
  LatestDigestDeliveryTime: maybeInstant,
  StartLoggingTime: maybeInstant,
});

/**
 * Zero to three trails; a multi-region trail is listed in every asked region, also where its answer lacks the
 * field that says so, another only at home.
 */
export function arbitraryTrails(regions: readonly string[]): fc.Arbitrary<EvidenceReading[]> {
  const one = fc.record({
    trail: defined({
      Name: fc.constantFrom('main', 'a,b'),
      HomeRegion: fc.constantFrom(...regions),
      IsMultiRegionTrail: fc.constantFrom(true, true, false, undefined),
      HasCustomEventSelectors: often(false, true, undefined),
      LogFileValidationEnabled: mostlyYes,
      S3BucketName: often('logs', 'other', undefined),
    }),
    foreign: fc.constantFrom(false, false, true),
    status,
    selectors,
  });
  return fc.array(one, { maxLength: 3 }).map((trails) => {
    const known = trails.map(({ trail, foreign, ...rest }, at) => ({
      ...rest,
      trail: {
        ...trail,
        ...(foreign ? { IsOrganizationTrail: true } : {}),
        TrailARN: `arn:aws:cloudtrail:${trail.HomeRegion}:${foreign ? MANAGEMENT : ACCOUNT}:trail/${trail.Name}-${at}`,
      } satisfies Trail,
    }));
    return [
      ...regions.map((region) =>
        answered(
          'cloudtrail.trails',
          known
            .map(({ trail }) => trail)
            .filter((trail) => trail.IsMultiRegionTrail !== false || trail.HomeRegion === region),
          region,
        ),
      ),
      ...known.flatMap(({ trail, status, selectors }) => {
        const place = { region: trail.HomeRegion ?? '', resource: trail.TrailARN };
        return [
          answered('cloudtrail.trail-status', status, place),
          ...(trail.HasCustomEventSelectors === false
            ? []
            : [answered('cloudtrail.event-selectors', selectors, place)]),
        ];
      }),
    ];
  });
}

/** Lake stores, each listed only in its own region. */
export function arbitraryStores(regions: readonly string[]): fc.Arbitrary<EvidenceReading[]> {
  const detail: fc.Arbitrary<EvidenceValue<'cloudtrail.event-data-store'>> = defined({
    Status: fc.constantFrom('ENABLED', 'enabled', 'STOPPED_INGESTION', 'HALF', undefined),
    MultiRegionEnabled: mostlyYes,
    RetentionPeriod: fc.constantFrom(364, 365, 366, undefined),
    AdvancedEventSelectors: advancedSelectors,
  });
  const one = fc.record({ home: fc.constantFrom(...regions), detail });
  return fc.array(one, { maxLength: 2 }).map((stores) => {
    const known = stores.map((store, at) => ({
      ...store,
      arn: `arn:aws:cloudtrail:${store.home}:${ACCOUNT}:eventdatastore/${at}`,
    }));
    return [
      ...regions.map((region) =>
        answered(
          'cloudtrail.event-data-stores',
          known
            .filter(({ home }) => home === region)
            .map(({ arn }) => ({ EventDataStoreArn: arn })),
          region,
        ),
      ),
      ...known.map(({ arn, home, detail }) =>
        answered('cloudtrail.event-data-store', detail, { region: home, resource: arn }),
      ),
    ];
  });
}
