import { createHash } from 'node:crypto';
import type {
  PublicAccessBlock,
  SimulatedBucket,
  SimulatedChannel,
  SimulatedDetector,
  SimulatedFinding,
  SimulatedParts,
  SimulatedRole,
  SimulatedRule,
} from './world-parts.ts';
import type { SimulatedTrail } from './world.ts';

const hour = 60 * 60 * 1000;

/** All four flags of a public access block. */
export function blocked(all: boolean): PublicAccessBlock {
  return {
    BlockPublicAcls: all,
    IgnorePublicAcls: all,
    BlockPublicPolicy: all,
    RestrictPublicBuckets: all,
  };
}

/** What a well-kept account has besides trails, recorders and credentials, in each of its regions. */
export function parts(
  account: string,
  now: Date,
  regions: readonly string[],
  trails: readonly SimulatedTrail[],
): SimulatedParts {
  return {
    buckets: trails.map((trail) => bucket(account, trail)),
    publicAccessBlock: blocked(true),
    samlProviders: [],
    oidcProviders: [],
    roles: ['ec2', 'lambda', 'support'].map((service) => serviceRole(account, service)),
    mfaSerials: {},
    channels: each(regions, () => [channel(account, now)]),
    retention: {},
    rules: each(regions, (region) => [findingsRule(account, region)]),
    hubs: {},
  };
}

/** The same for each of some regions. */
export function each<Value>(
  regions: readonly string[],
  value: (region: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(regions.map((region) => [region, value(region)]));
}

/** The private bucket of a trail, in the trail's home region, but for what is said otherwise. */
export function bucket(
  owner: string,
  trail: Pick<SimulatedTrail, 'bucket' | 'home'>,
  options: Partial<SimulatedBucket> = {},
): SimulatedBucket {
  return {
    name: trail.bucket,
    owner,
    region: trail.home,
    publicAccessBlock: blocked(true),
    policyIsPublic: false,
    ownership: 'BucketOwnerEnforced',
    grants: [],
    ...options,
  };
}

/** A role that an AWS service assumes. */
export function serviceRole(account: string, service: string, name = service): SimulatedRole {
  return {
    arn: `arn:aws:iam::${account}:role/${name}`,
    path: '/',
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: `${service}.amazonaws.com` },
          Action: 'sts:AssumeRole',
        },
      ],
    },
  };
}

/** A delivery channel whose history arrived three hours ago. */
export function channel(account: string, now: Date, history = 'SUCCESS'): SimulatedChannel {
  const at = new Date(Math.floor(now.getTime() / 1000) * 1000 - 3 * hour);
  const succeeded = history === 'SUCCESS' ? { lastSuccessfulTime: at } : {};
  return {
    name: 'default',
    bucket: `config-bucket-${account}`,
    history: { lastStatus: history, lastAttemptTime: at, ...succeeded },
    stream: { lastStatus: 'Not_Applicable', lastStatusChangeTime: at },
  };
}

const plans = [
  'CLOUD_TRAIL',
  'DNS_LOGS',
  'FLOW_LOGS',
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
];

/** An enabled detector with every plan on; its id is as GuardDuty writes it, 32 hexadecimal digits. */
export function detector(
  account: string,
  region: string,
  options: Partial<SimulatedDetector> = {},
): SimulatedDetector {
  return {
    id: createHash('sha256').update(`${account} ${region}`).digest('hex').slice(0, 32),
    status: 'ENABLED',
    features: Object.fromEntries(plans.map((plan) => [plan, 'ENABLED'])),
    ...options,
  };
}

/** A finding of a severity, made some hours ago; its id as GuardDuty writes it. */
export function finding(
  account: string,
  now: Date,
  options: Partial<SimulatedFinding> & { name: string; severity: number; hoursAgo: number },
): SimulatedFinding {
  const { name, hoursAgo, ...rest } = options;
  return {
    id: createHash('sha256').update(`${account} ${name}`).digest('hex').slice(0, 32),
    account,
    createdAt: new Date(now.getTime() - hoursAgo * hour),
    ...rest,
  };
}

/** A rule on the default bus that sends GuardDuty's findings to an SNS topic. */
export function findingsRule(account: string, region: string): SimulatedRule {
  return {
    name: 'guardduty-findings',
    state: 'ENABLED',
    pattern: JSON.stringify({
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
    }),
    targets: [`arn:aws:sns:${region}:${account}:security`],
  };
}
