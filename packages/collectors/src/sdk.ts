/**
 * The AWS services that are asked. Signing name and host label are the same word but for S3 Control; `rest` marks
 * those whose operation is told by method and path alone.
 */
export const services = {
  account: {
    serviceId: 'Account',
    client: 'AccountClient',
    rest: true,
    load: () => import('@aws-sdk/client-account'),
  },
  cloudtrail: {
    serviceId: 'CloudTrail',
    client: 'CloudTrailClient',
    load: () => import('@aws-sdk/client-cloudtrail'),
  },
  config: {
    serviceId: 'Config Service',
    client: 'ConfigServiceClient',
    load: () => import('@aws-sdk/client-config-service'),
  },
  ec2: { serviceId: 'EC2', client: 'EC2Client', load: () => import('@aws-sdk/client-ec2') },
  events: {
    serviceId: 'EventBridge',
    client: 'EventBridgeClient',
    load: () => import('@aws-sdk/client-eventbridge'),
  },
  guardduty: {
    serviceId: 'GuardDuty',
    client: 'GuardDutyClient',
    rest: true,
    load: () => import('@aws-sdk/client-guardduty'),
  },
  iam: { serviceId: 'IAM', client: 'IAMClient', load: () => import('@aws-sdk/client-iam') },
  organizations: {
    serviceId: 'Organizations',
    client: 'OrganizationsClient',
    load: () => import('@aws-sdk/client-organizations'),
  },
  s3: {
    serviceId: 'S3',
    client: 'S3Client',
    rest: true,
    /** The bucket stands in the path, so that the host names the service, also for buckets with dots. */
    settings: { forcePathStyle: true },
    load: () => import('@aws-sdk/client-s3'),
  },
  s3control: {
    serviceId: 'S3 Control',
    client: 'S3ControlClient',
    rest: true,
    load: () => import('@aws-sdk/client-s3-control'),
  },
  securityhub: {
    serviceId: 'SecurityHub',
    client: 'SecurityHubClient',
    rest: true,
    load: () => import('@aws-sdk/client-securityhub'),
  },
  sts: { serviceId: 'STS', client: 'STSClient', load: () => import('@aws-sdk/client-sts') },
} as const;

export type Service = keyof typeof services;
export const serviceNames = Object.keys(services) as Service[];

/** The services whose operation is told by method and path alone; a target or an action there is no name. */
export const restServices: ReadonlySet<string> = new Set(
  Object.entries(services).flatMap(([name, service]) => ('rest' in service ? [name] : [])),
);

type SdkModule<S extends Service> = Awaited<ReturnType<(typeof services)[S]['load']>>;

/** `service:Operation`, as the SDK names it; a name that the SDK lacks does not compile. */
export type Operation = {
  [S in Service]: keyof SdkModule<S> extends infer Key
    ? Key extends `${infer Name}Command`
      ? Name extends '$' | '__'
        ? never
        : `${S}:${Name}`
      : never
    : never;
}[Service];

type CommandOf<Op extends string> = Op extends `${infer S extends Service}:${infer Name}`
  ? `${Name}Command` extends infer Key extends keyof SdkModule<S>
    ? SdkModule<S>[Key] extends new (...args: never[]) => infer Command
      ? Command
      : never
    : never
  : never;

/** What an operation is asked with. */
export type Input<Op extends string> = CommandOf<Op> extends { input: infer I } ? I : never;

/** What the SDK makes of an operation's answer. */
export type Output<Op extends string> =
  CommandOf<Op> extends {
    resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer O }>;
  }
    ? O
    : never;

/** The service and the name in `service:Operation`. */
export function operationParts(operation: string): { service: Service; name: string } {
  const [service = '', name = ''] = operation.split(':');
  return { service: service as Service, name };
}
