import { createHash } from 'node:crypto';
import { defaultRegions } from '@ippo/contracts';
import { rootRow, users } from './people.ts';
import type {
  Organization,
  SimulatedRecorder,
  SimulatedStore,
  SimulatedTrail,
  World,
} from './world.ts';

export const day = 24 * 60 * 60 * 1000;

/** The regions that every account of the partition has. */
export const enabledRegions: readonly string[] = defaultRegions.aws ?? [];

/** Regions that an account has to opt in to (Account Management Guide, *Enable or disable AWS Regions*). */
const optInRegions = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

export type AccountOptions = Partial<World> & {
  now: Date;
  name: string;
  /** Days since root was last used, 200 unless said. */
  rootUsedDaysAgo?: number;
  /** IAM users, 50 unless said. */
  people?: number;
};

/** An account in which everything that can be read is as it should be, but for what is said otherwise. */
export function account({
  now,
  rootUsedDaysAgo = 200,
  people = 50,
  ...options
}: AccountOptions): World {
  const id = options.account ?? '111122223333';
  const region = options.startRegion ?? 'us-east-1';
  return {
    account: id,
    caller: `arn:aws:sts::${id}:assumed-role/ippo-readonly/ippo`,
    startRegion: region,
    regions: {
      ...everywhere(() => 'ENABLED_BY_DEFAULT'),
      ...Object.fromEntries(optInRegions.map((name) => [name, 'DISABLED'])),
    },
    organization: organizationOf(id),
    summary: {
      Users: people,
      UsersQuota: 5000,
      Groups: 4,
      Roles: 31,
      AccountMFAEnabled: 1,
      AccountAccessKeysPresent: 0,
      AccountPasswordPresent: 1,
      AccountSigningCertificatesPresent: 0,
    },
    credentials: [rootRow(id, now, rootUsedDaysAgo), ...users(id, now, people)],
    trails: [trail(id, now, { name: `${options.name}-trail`, home: region })],
    stores: [],
    recorders: everywhere(() => [recorder(now)]),
    detectors: everywhere((name) => [{ id: detectorId(id, name), status: 'ENABLED' }]),
    faults: [],
    ...options,
  };
}

/** The same for each enabled region. */
export function everywhere<Value>(value: (region: string) => Value): Record<string, Value> {
  return Object.fromEntries(enabledRegions.map((region) => [region, value(region)]));
}

/** An organization of three accounts, by default managed by this one; hostile names included. */
export function organizationOf(account: string, options: Partial<Organization> = {}): Organization {
  return {
    id: 'o-a1b2c3d4e5',
    managementAccount: account,
    featureSet: 'ALL',
    mayList: true,
    accounts: [
      { id: account, name: 'management', email: 'management@example.com', state: 'ACTIVE' },
      {
        id: '222233334444',
        name: '<script>alert(1)</script> prod 🚀',
        email: 'prod@example.com',
        state: 'ACTIVE',
      },
      {
        id: '333344445555',
        name: '=cmd|"/c calc"!A1 \u202Edev, test',
        email: 'dev@example.com',
        state: 'ACTIVE',
      },
    ],
    units: [
      { id: 'ou-ip01-prod0001', name: 'Production' },
      { id: 'ou-ip01-devt0002', name: '開発・テスト' },
    ],
    ...options,
  };
}

/** A multi-region trail that logs and delivers, but for what is said otherwise. */
export function trail(
  account: string,
  now: Date,
  options: Partial<SimulatedTrail> & { name: string; home: string },
): SimulatedTrail {
  return {
    arn: `arn:aws:cloudtrail:${options.home}:${account}:trail/${options.name}`,
    multiRegion: true,
    organization: false,
    validation: true,
    bucket: `${options.name}-${account}`,
    status: {
      IsLogging: true,
      StartLoggingTime: ago(now, 400),
      LatestDeliveryTime: ago(now, 0.003),
      LatestDigestDeliveryTime: ago(now, 0.03),
    },
    ...options,
  };
}

/** A Lake store that keeps all management events of all regions for more than a year. */
export function store(
  account: string,
  options: Partial<SimulatedStore> & { name: string; region: string },
): SimulatedStore {
  const uuid = '11112222-3333-4444-5555-666677778888';
  return {
    arn: `arn:aws:cloudtrail:${options.region}:${account}:eventdatastore/${uuid}`,
    status: 'ENABLED',
    multiRegion: true,
    organization: false,
    retentionDays: 2557,
    selectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }],
    ...options,
  };
}

/** A Config recorder that records and delivers. */
export function recorder(now: Date): SimulatedRecorder {
  return { name: 'default', recording: true, lastStatus: 'SUCCESS', lastStartTime: ago(now, 300) };
}

/** A detector id as GuardDuty writes it: 32 hexadecimal digits. */
export function detectorId(account: string, region: string): string {
  return createHash('sha256').update(`${account} ${region}`).digest('hex').slice(0, 32);
}

/** Some days before, in whole seconds. */
export function ago(now: Date, days: number): Date {
  return new Date(Math.floor((now.getTime() - days * day) / 1000) * 1000);
}
