import { DomainError } from '@ippo/contracts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { identify } from './identify.ts';
import { errorName, reasonOf, sameErrorName } from './reading-reasons.ts';
import { sessionPolicy } from './session-policy.ts';
import type { AwsSession } from './session.ts';

/** A role of another account, and what its trust policy asks for. */
export type RoleAccess = {
  /** `arn:partition:iam::account:role/path/name` */
  roleArn: string;
  externalId: string;
};

/**
 * The longest that AWS gives to a role session that was itself got from a role ("role chaining"), and the
 * shortest that every role allows (STS, *AssumeRole*, `DurationSeconds`).
 */
const sessionSeconds = 3_600;

/** Shows in the CloudTrail of the account that is read. */
const sessionName = 'ippo';

/** What a session needs to assume a role and to say who it is, and no more. */
export const roleOperations: readonly string[] = ['sts:AssumeRole', 'sts:GetCallerIdentity'];

type AssumeRoleOutput = {
  Credentials?: {
    AccessKeyId?: string;
    SecretAccessKey?: string;
    SessionToken?: string;
    Expiration?: Date;
  };
};

/** What came of asking for a role: credentials, or AWS's no with its name. */
type Asked = { credentials: AwsCredentialIdentity } | { error: unknown };

/** Asks regional STS for a narrowed session of a role, with an external id or without one. */
export async function askForRole(
  base: AwsSession,
  { roleArn, externalId }: { roleArn: string; externalId?: string },
  seconds = sessionSeconds,
): Promise<Asked> {
  const client = await base.client('sts', base.startRegion);
  const command = await base.command('sts:AssumeRole', {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    DurationSeconds: seconds,
    Policy: sessionPolicy(),
    ...(externalId !== undefined && { ExternalId: externalId }),
  });
  try {
    const abortSignal = AbortSignal.timeout(base.limits.callMs);
    const { Credentials: given } = (await client.send(command, {
      abortSignal,
    })) as AssumeRoleOutput;
    if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken || !given.Expiration)
      return { error: new SyntaxError('The answer holds no credentials.') };
    return {
      credentials: {
        accessKeyId: given.AccessKeyId,
        secretAccessKey: given.SecretAccessKey,
        sessionToken: given.SessionToken,
        expiration: given.Expiration,
      },
    };
  } catch (error) {
    return { error };
  }
}

/** Credentials of a role. Throws a `DomainError` that says what to do. */
export async function assumeRole(
  base: AwsSession,
  role: RoleAccess,
): Promise<AwsCredentialIdentity> {
  const asked = await askForRole(base, role);
  if ('credentials' in asked) return asked.credentials;
  throw await problemOf(base, role, asked.error);
}

/** Whether AWS said no to the role itself, which it does in the same words for every cause. */
export function saysNo(error: unknown): boolean {
  return sameErrorName(errorName(error), 'AccessDenied');
}

/** What an error of `AssumeRole` means for whoever set up the connection. */
export async function problemOf(
  base: AwsSession,
  { roleArn }: Pick<RoleAccess, 'roleArn'>,
  error: unknown,
): Promise<DomainError> {
  const name = errorName(error);
  const is = (...names: string[]) => names.some((one) => sameErrorName(one, name));
  if (saysNo(error)) {
    const caller = await identify(base).then(
      ({ arn }) => arn,
      () => 'this machine',
    );
    return new DomainError('role-refused', { role: roleArn, caller }, error);
  }
  if (is('PackedPolicyTooLarge', 'MalformedPolicyDocument'))
    return new DomainError('session-policy-refused', {}, error);
  if (is('RegionDisabled'))
    return new DomainError('sts-region-disabled', { region: base.startRegion }, error);
  if (is('CredentialsProviderError', 'TokenProviderError'))
    return new DomainError('no-credentials', {}, error);
  const failure = { operation: 'sts:AssumeRole', error, status: undefined, broken: false };
  const refused = reasonOf(failure) === 'bad-credentials' || is('ExpiredToken');
  return new DomainError(refused ? 'credentials-refused' : 'aws-unreachable', {}, error);
}
