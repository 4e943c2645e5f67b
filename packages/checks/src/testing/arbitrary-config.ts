import type { EvidenceReading, EvidenceValue } from '@ippo/contracts';
import fc from 'fast-check';
import { maybeInstant, mostlyYes } from './arbitrary-trails.ts';
import { answered } from './evidence.ts';
import { defined, few, often } from './often.ts';

const types = fc.subarray([
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::EC2::Instance',
]);
const group = defined({
  allSupported: mostlyYes,
  includeGlobalResourceTypes: mostlyYes,
  resourceTypes: fc.option(types, { nil: undefined }),
  exclusionByResourceTypes: fc.option(
    types.map((resourceTypes) => ({ resourceTypes })),
    { nil: undefined },
  ),
  recordingStrategy: fc.option(
    defined({
      useOnly: often(
        'ALL_SUPPORTED_RESOURCE_TYPES',
        'INCLUSION_BY_RESOURCE_TYPES',
        'exclusion_by_resource_types',
        'HALF',
        undefined,
      ),
    }),
    { nil: undefined },
  ),
});
const frequency = often('CONTINUOUS', 'DAILY', 'hourly', undefined);
const mode = defined({
  recordingFrequency: frequency,
  recordingModeOverrides: fc.option(
    fc.array(defined({ resourceTypes: types, recordingFrequency: frequency }), { maxLength: 1 }),
    { nil: undefined },
  ),
});
const status = defined({
  recording: mostlyYes,
  lastStatus: often('SUCCESS', 'Failure', 'PENDING', 'DREAMING', '', undefined),
  lastStartTime: maybeInstant,
  lastErrorCode: fc.constantFrom(undefined, 'AccessDenied'),
});
const recorder = fc.record({
  linked: fc.constantFrom(false, false, false, false, false, true),
  status: fc.option(status, { nil: undefined, freq: 6 }),
  told: defined({
    recordingGroup: fc.option(group, { nil: undefined, freq: 6 }),
    recordingMode: fc.option(mode, { nil: undefined }),
  }),
});

const delivery = fc.option(
  defined({
    lastStatus: often('SUCCESS', 'FAILURE', 'Not_Applicable', 'ASLEEP', undefined),
    lastErrorCode: fc.constantFrom(undefined, 'AccessDenied'),
    lastSuccessfulTime: maybeInstant,
  }),
  { nil: undefined, freq: 4 },
);
const deliveries = defined({
  configHistoryDeliveryInfo: delivery,
  configSnapshotDeliveryInfo: delivery,
  configStreamDeliveryInfo: delivery,
});
const retention: fc.Arbitrary<EvidenceValue<'config.retention'>> = fc.option(
  fc.array(
    defined({ RetentionPeriodInDays: often(365, 364, 30, 2557, undefined) }).map((set) => ({
      Name: 'default',
      ...set,
    })),
    { maxLength: 1 },
  ),
);

/** AWS Config in one region; channels, deliveries and retention are asked where there is a recorder. */
export function arbitraryConfig(region: string): fc.Arbitrary<EvidenceReading[]> {
  return fc
    .record({
      recorders: few(recorder),
      channels: fc.array(deliveries, { minLength: 0, maxLength: 2 }),
      reported: fc.constantFrom(true, true, true, false),
      retention,
    })
    .map(({ recorders, channels, reported, retention: kept }) => {
      const named = recorders.map((one, at) => ({ ...one, name: `recorder-${at}` }));
      const listed = named.map(({ name, linked }) =>
        linked ? { name, servicePrincipal: 'securityhub.amazonaws.com' } : { name },
      );
      const delivering = channels.map((infos, at) => ({ name: `channel-${at}`, ...infos }));
      return [
        answered(
          'config.recorders',
          listed.map((one, at) => ({ ...one, ...named[at]?.told })),
          region,
        ),
        answered('config.recorder-summaries', listed, region),
        answered(
          'config.recorder-status',
          named.flatMap(({ name, status }) => (status ? [{ name, ...status }] : [])),
          region,
        ),
        ...(listed.length === 0
          ? []
          : [
              answered(
                'config.delivery-channels',
                delivering.map(({ name }) => ({ name, s3BucketName: 'history' })),
                region,
              ),
              answered('config.delivery-channel-status', reported ? delivering : [], region),
              answered('config.retention', kept, region),
            ]),
      ];
    });
}
