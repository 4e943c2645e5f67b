import { actionOf, needsPermission } from '../src/iam-actions.ts';
import { AwsError } from './aws-error.ts';
import type { World } from './world.ts';

/** A role that this machine's identity is trusted by. */
export type AssumableRole = {
  arn: string;
  /** The account that answers to its sessions. */
  world: World;
  /** What its trust policy asks for: one external id, any that is given (`*`), or none. */
  asks: { externalId: string } | 'any-external-id' | 'nothing';
  /** Seconds that its sessions last, where they end sooner than asked for. */
  endsAfter?: number;
};

/** A session that STS gave. */
export type Issued = {
  world: World;
  /** Milliseconds since 1970, UTC. */
  endsAt: number;
  /** The session policy; without one the session may do what its role may. */
  policy: string | undefined;
};

/** Ends what a role session may last (STS, *AssumeRole*). */
const shortestSeconds = 900;
const longestSeconds = 43_200;

/** Answers `AssumeRole` as STS does: the same no for a role that is missing, and for one that asks for more. */
export function askedRole(
  input: Record<string, unknown>,
  { machine, roles }: { machine: World; roles: readonly AssumableRole[] },
  now: number,
) {
  const arn = textOf(input, 'RoleArn') ?? '';
  const name = textOf(input, 'RoleSessionName') ?? '';
  const policy = textOf(input, 'Policy');
  const seconds = Number(textOf(input, 'DurationSeconds') ?? 3_600);
  if (!/^[\w+=,.@-]{2,64}$/.test(name))
    throw new AwsError('ValidationError', 'roleSessionName failed to satisfy constraint');
  if (!(seconds >= shortestSeconds && seconds <= longestSeconds))
    throw new AwsError('ValidationError', 'durationSeconds failed to satisfy constraint');
  if (/:assumed-role\//.test(machine.caller) && seconds > 3_600)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  if ((policy?.length ?? 0) > 2_048)
    throw new AwsError('ValidationError', "Value at 'policy' failed to satisfy constraint");
  const role = roles.find((one) => one.arn === arn);
  if (!role || !isTrusted(role, textOf(input, 'ExternalId')))
    throw new AwsError(
      'AccessDenied',
      `User: ${machine.caller} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      403,
    );
  const endsAt = now + 1_000 * Math.min(seconds, role.endsAfter ?? seconds);
  const key = `ASIA${String(madeSoFar++).padStart(16, '0')}`;
  const issued: Issued = { world: role.world, endsAt, policy };
  return { key, issued, output: outputOf(role, name, key, endsAt) };
}

let madeSoFar = 1;

function outputOf({ arn, world }: AssumableRole, name: string, key: string, endsAt: number) {
  const roleName = arn.slice(arn.lastIndexOf('/') + 1);
  const partition = arn.split(':')[1];
  return {
    Credentials: {
      AccessKeyId: key,
      SecretAccessKey: 'simulated',
      SessionToken: `session of ${key}`,
      Expiration: new Date(endsAt),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROASIMULATEDEXAMPLE1:${name}`,
      Arn: `arn:${partition}:sts::${world.account}:assumed-role/${roleName}/${name}`,
    },
    PackedPolicySize: 60,
  };
}

function isTrusted({ asks }: AssumableRole, externalId: string | undefined): boolean {
  if (asks === 'nothing') return true;
  if (asks === 'any-external-id') return externalId !== undefined;
  return externalId === asks.externalId;
}

/** Whether the policy of a session allows an operation; whoever asks who they are needs none. */
export function isAllowed({ policy }: Issued, operation: string): boolean {
  if (policy === undefined || !needsPermission(operation)) return true;
  const { Statement } = JSON.parse(policy) as { Statement: { Action: string[] }[] };
  return Statement.some(({ Action }) =>
    Action.some((pattern) =>
      pattern.endsWith('*')
        ? actionOf(operation).startsWith(pattern.slice(0, -1))
        : pattern === actionOf(operation),
    ),
  );
}

function textOf(input: Record<string, unknown>, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
}
