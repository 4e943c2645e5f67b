import {
  awsAccess,
  proveRole,
  replayedSession,
  simulatedSession,
  worldNames,
  type AwsSession,
  type RoleAccess,
} from '@ippo/collectors';
import { DomainError } from '@ippo/contracts';
import { readConfig } from '../config.ts';
import { parseRoleArn } from '../scan/role-arn.ts';
import { readInput } from './output-file.ts';
import { UsageError } from './usage-error.ts';

/** Which account a command is about, as the command line gives it. */
export type AccountOptions = {
  profile?: string;
  simulate?: string;
  /** Milliseconds that each call to a simulated account takes. */
  latency?: number;
  replay?: string;
  /** ARN of a role to read another account through. */
  role?: string;
  externalId?: string;
};

/** Opens AWS, a simulated account or a recording; `record` is told every answer, masked, as lines. */
export async function openAccount(
  options: AccountOptions,
  record?: (line: string) => void,
): Promise<AwsSession> {
  const chosen = [options.profile, options.simulate, options.replay];
  if (chosen.filter((one) => one !== undefined).length > 1)
    throw new UsageError('Give one of --profile, --simulate and --replay.');
  const role = roleOf(options);
  const recorded = record ? { record } : {};
  if (options.replay !== undefined) {
    if (record) throw new UsageError('--record: a replay is a recording already.');
    return replayedSession(readInput(options.replay, '--replay'));
  }
  if (options.simulate === undefined) {
    const access = accessOf(options, recorded);
    return role === null ? access.machine() : access.role(role);
  }
  const world = options.simulate;
  if (!worldNames.includes(world))
    throw new DomainError('unknown-world', { world, known: worldNames.join(', ') });
  return simulatedSession(world, { latencyMs: options.latency ?? 0, ...recorded });
}

/** Makes sure that a role, where one is given, lets nobody in who does not name its external id. */
export async function proveGivenRole(options: AccountOptions): Promise<void> {
  const role = roleOf(options);
  if (role !== null) await proveRole(accessOf(options), role);
}

function accessOf({ profile }: AccountOptions, recorded: { record?: (line: string) => void } = {}) {
  const { allowedEndpoint } = readConfig();
  const allowedEndpoints = allowedEndpoint === null ? [] : [allowedEndpoint];
  return awsAccess({ profile, allowedEndpoints, ...recorded });
}

function roleOf({ role, externalId, simulate, replay }: AccountOptions): RoleAccess | null {
  const { rolePattern } = readConfig();
  if (role === undefined && externalId === undefined) return null;
  if (simulate !== undefined || replay !== undefined)
    throw new UsageError('--role: a simulated account and a recording are read without one.');
  if (role === undefined || externalId === undefined)
    throw new UsageError('Give --role and --external-id together.');
  if (!/^[\w+=,.@:/-]{2,1224}$/.test(externalId))
    throw new UsageError('--external-id: 2 to 1224 letters, digits and + = , . @ : / _ -');
  return { roleArn: parseRoleArn(role, rolePattern).arn, externalId };
}
