import { blocked, bucket, detector, finding, findingsRule } from '../../simulator/build-parts.ts';
import { account, recorder, store } from '../../simulator/build-world.ts';
import { rootRow } from '../../simulator/people.ts';
import { home, id, logTrail, now, other, regions, user } from './fuzz-parts.ts';

/** Everything is on, and each thing falls short by one setting. */
export const partial = account({
  now,
  name: 'partial',
  account: id,
  regions,
  credentials: [rootRow(id, now, 200), user('sato'), user('suzuki', { mfa_active: 'false' })],
  trails: [
    {
      ...logTrail,
      selectors: {
        AdvancedEventSelectors: [
          {
            FieldSelectors: [
              { Field: 'eventCategory', Equals: ['Management'] },
              { Field: 'readOnly', Equals: ['true'] },
              { Field: 'eventSource', NotEquals: ['sts.amazonaws.com'] },
            ],
          },
        ],
      },
    },
  ],
  stores: [
    {
      ...store(id, { name: 'lake', region: home }),
      multiRegion: false,
      status: 'STOPPED_INGESTION',
    },
  ],
  recorders: {
    [home]: [
      {
        ...recorder(now),
        group: {
          allSupported: false,
          includeGlobalResourceTypes: false,
          exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::User', 'AWS::IAM::Role'] },
          recordingStrategy: { useOnly: 'EXCLUSION_BY_RESOURCE_TYPES' },
        },
        mode: {
          recordingFrequency: 'CONTINUOUS',
          recordingModeOverrides: [
            { resourceTypes: ['AWS::IAM::User'], recordingFrequency: 'DAILY' },
          ],
        },
      },
    ],
    [other]: [recorder(now)],
  },
  detectors: {
    [home]: [
      detector(id, home, {
        features: { S3_DATA_EVENTS: 'ENABLED', EKS_AUDIT_LOGS: 'DISABLED' },
        findings: [
          finding(id, now, { name: 'leak', severity: 7.5, hoursAgo: 9, info: '{"sample":false}' }),
        ],
      }),
    ],
    [other]: [detector(id, other)],
  },
  more: {
    buckets: [
      bucket(id, logTrail, {
        publicAccessBlock: { ...blocked(true), IgnorePublicAcls: false },
        ownership: 'BucketOwnerPreferred',
        grants: [
          { URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers', Permission: 'WRITE' },
        ],
      }),
    ],
    publicAccessBlock: blocked(false),
    rules: {
      [home]: [
        {
          ...findingsRule(id, home),
          pattern: '{"source":["aws.guardduty"],"detail":{"severity":[9]}}',
          targets: [],
        },
      ],
      [other]: [{ ...findingsRule(id, other), pattern: '{"source":["aws.ec2"]}' }],
    },
    hubs: { [home]: [] },
    retention: { [home]: 90, [other]: 90 },
  },
});
