import type { EvidenceId, EvidenceReading, EvidenceValue } from '@ippo/contracts';

/** A population: the reading that it rests on, and what that names. */
export type Counted = {
  id: string;
  type: EvidenceId;
  /** The IAM action behind it. */
  action: string;
  everyRegion: boolean;
  /** What tells its members apart, from one reading; of a list that was cut off, what it held. */
  names(reading: EvidenceReading): string[];
};

const rootRow = '<root_account>';

/** What is counted besides Regions, in the order of the report. */
export const counted: readonly Counted[] = [
  {
    ...{ id: 'accounts', everyRegion: false, action: 'organizations:ListAccounts' },
    // Null: AWS says that the account is in no organization.
    ...of('organizations.accounts', (accounts) => (accounts ?? []).map(({ Id }) => Id)),
  },
  {
    ...{ id: 'users', everyRegion: false, action: 'iam:GetCredentialReport' },
    ...of('iam.credential-report', ({ rows, misshapen }) =>
      [...rows.map(({ user }) => user), ...misshapen].filter((user) => user !== rootRow),
    ),
  },
  {
    ...{ id: 'trails', everyRegion: true, action: 'cloudtrail:DescribeTrails' },
    ...of('cloudtrail.trails', (trails) => trails.map(({ TrailARN }) => TrailARN)),
  },
  {
    ...{ id: 'buckets', everyRegion: true, action: 'cloudtrail:DescribeTrails' },
    ...of('cloudtrail.trails', (trails) =>
      trails.flatMap(({ S3BucketName }) => S3BucketName ?? []),
    ),
  },
  {
    ...{ id: 'event-data-stores', everyRegion: true, action: 'cloudtrail:ListEventDataStores' },
    ...of('cloudtrail.event-data-stores', (stores) =>
      stores.map(({ EventDataStoreArn }) => EventDataStoreArn),
    ),
  },
  {
    ...{ id: 'recorders', everyRegion: true, action: 'config:ListConfigurationRecorders' },
    ...of('config.recorder-summaries', (recorders, region) =>
      recorders.map(({ name }) => `${region} ${name}`),
    ),
  },
  {
    ...{ id: 'detectors', everyRegion: true, action: 'guardduty:ListDetectors' },
    ...of('guardduty.detectors', (detectors) => detectors),
  },
];

function of<Id extends EvidenceId>(
  type: Id,
  names: (value: EvidenceValue<Id>, region: string) => string[],
): Pick<Counted, 'type' | 'names'> {
  return {
    type,
    names(reading) {
      if (!isOf(reading, type)) return [];
      const held = reading.readable ? reading.value : reading.partial;
      return held === undefined ? [] : names(held, reading.region);
    },
  };
}

function isOf<Id extends EvidenceId>(
  reading: EvidenceReading,
  type: Id,
): reading is EvidenceReading<Id> {
  return reading.type === type;
}
