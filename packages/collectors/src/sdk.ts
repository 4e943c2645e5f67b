/** The AWS services that are asked: IAM prefix, signing name and first host label are one word for all of them. */
export const services = {
  account: {
    serviceId: 'Account',
    client: 'AccountClient',
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
  guardduty: {
    serviceId: 'GuardDuty',
    client: 'GuardDutyClient',
    load: () => import('@aws-sdk/client-guardduty'),
  },
  iam: { serviceId: 'IAM', client: 'IAMClient', load: () => import('@aws-sdk/client-iam') },
  organizations: {
    serviceId: 'Organizations',
    client: 'OrganizationsClient',
    load: () => import('@aws-sdk/client-organizations'),
  },
  sts: { serviceId: 'STS', client: 'STSClient', load: () => import('@aws-sdk/client-sts') },
} as const;

export type Service = keyof typeof services;
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
