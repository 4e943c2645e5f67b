import {
  blocked,
  bucket,
  channel,
  detector,
  finding,
  findingsRule,
} from '../../simulator/build-parts.ts';
import {
  account,
  ago,
  organizationOf,
  recorder,
  store,
  trail,
} from '../../simulator/build-world.ts';
import { rootRow, stamp } from '../../simulator/people.ts';
import type { World } from '../../simulator/world.ts';
import { home, id, logTrail, management, now, other, regions, user } from './fuzz-parts.ts';
import { partial } from './partial-world.ts';

const events = [1, 2].map((at) =>
  finding(id, now, { name: `finding-${at}`, severity: 8, hoursAgo: at, info: '{"sample":true}' }),
);

/** Everything that can be read is there and well. */
const rich = account({
  now,
  name: 'rich',
  account: id,
  regions,
  credentials: [rootRow(id, now, 200), user('sato'), user('suzuki')],
  trails: [
    {
      ...logTrail,
      selectors: {
        AdvancedEventSelectors: [
          { Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        ],
      },
    },
  ],
  stores: [store(id, { name: 'lake', region: home })],
  detectors: {
    [home]: [detector(id, home, { findings: events })],
    [other]: [detector(id, other)],
  },
  more: {
    samlProviders: [`arn:aws:iam::${id}:saml-provider/idp`],
    oidcProviders: [`arn:aws:iam::${id}:oidc-provider/ci.example.com`],
    hubs: { [home]: [`arn:aws:securityhub:${home}::product/aws/guardduty`] },
    retention: { [home]: 2557 },
  },
});

/** A member of an organization in which much is wrong. */
const poor = account({
  now,
  name: 'poor',
  account: id,
  regions,
  organization: organizationOf(id, {
    managementAccount: management,
    featureSet: 'CONSOLIDATED_BILLING',
  }),
  summary: {
    Users: 3,
    AccountMFAEnabled: 0,
    AccountAccessKeysPresent: 1,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 1,
  },
  credentials: [
    {
      ...rootRow(id, now, 3),
      mfa_active: 'false',
      access_key_1_active: 'true',
      access_key_1_last_used_date: stamp(now, 1),
      cert_1_active: 'true',
    },
    user('sato', { mfa_active: 'false' }),
    user('tanaka', { mfa_active: 'false' }),
  ],
  trails: [
    trail(id, now, {
      name: 'part',
      home,
      multiRegion: false,
      validation: false,
      status: {
        IsLogging: true,
        LatestDeliveryError: 'AccessDenied',
        LatestDeliveryTime: ago(now, 9),
        StartLoggingTime: ago(now, 400),
      },
      selectors: {
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            IncludeManagementEvents: true,
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
          },
        ],
      },
    }),
  ],
  recorders: {
    [home]: [
      {
        ...recorder(now),
        lastStatus: 'FAILURE',
        lastErrorCode: 'AccessDenied',
        group: {
          allSupported: false,
          includeGlobalResourceTypes: false,
          resourceTypes: ['AWS::EC2::Instance'],
          recordingStrategy: { useOnly: 'INCLUSION_BY_RESOURCE_TYPES' },
        },
        mode: { recordingFrequency: 'DAILY', recordingModeOverrides: [] },
      },
    ],
    [other]: [],
  },
  detectors: {
    [home]: [
      detector(id, home, {
        features: { S3_DATA_EVENTS: 'DISABLED', EKS_AUDIT_LOGS: 'DISABLED' },
        findings: [finding(id, now, { name: 'theft', severity: 9, hoursAgo: 5 })],
        administrator: management,
      }),
    ],
    [other]: [detector(id, other, { status: 'DISABLED' })],
  },
  more: {
    publicAccessBlock: blocked(false),
    buckets: [
      bucket(
        id,
        { bucket: `part-${id}`, home },
        {
          publicAccessBlock: blocked(false),
          policyIsPublic: true,
          ownership: 'ObjectWriter',
          grants: [{ URI: 'http://acs.amazonaws.com/groups/global/AllUsers', Permission: 'READ' }],
        },
      ),
    ],
    roles: [
      {
        arn: `arn:aws:iam::${id}:role/people`,
        path: '/',
        trust: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${management}:root` },
              Action: 'sts:AssumeRole',
            },
          ],
        },
      },
    ],
    channels: { [home]: [channel(id, now, 'FAILURE')], [other]: [] },
    retention: { [home]: 30 },
    rules: { [home]: [{ ...findingsRule(id, home), state: 'DISABLED' }], [other]: [] },
    hubs: {},
  },
});

/** In no organization: nothing is switched on but one bare trail, and one user works alone. */
const bare = account({
  now,
  name: 'bare',
  account: id,
  regions,
  organization: null,
  credentials: [rootRow(id, now, 20), user('sato', { mfa_active: 'false' })],
  trails: [
    trail(id, now, {
      name: 'stopped',
      home: other,
      status: { IsLogging: false, StopLoggingTime: ago(now, 2) },
    }),
  ],
  recorders: { [home]: [{ ...recorder(now), recording: false }], [other]: [recorder(now)] },
  detectors: {
    [home]: [],
    [other]: [
      detector(id, other, {
        findings: [finding(id, now, { name: 'probe', severity: 7, hoursAgo: 50 })],
      }),
    ],
  },
  more: { publicAccessBlock: null, channels: { [home]: [], [other]: [channel(id, now)] } },
});

/** Small accounts that between them have an answer of every operation. */
export const fuzzWorlds: readonly World[] = [rich, poor, bare, partial];
