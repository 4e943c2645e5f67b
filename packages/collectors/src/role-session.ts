import { DomainError } from '@ippo/contracts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { assumeRole, type RoleAccess } from './assume-role.ts';
import { openSession, type AwsSession, type SessionParts } from './session.ts';

/** Renewed so long before their end, as the SDK's own providers do. */
const renewBeforeMs = 5 * 60 * 1_000;

/**
 * Opens the account of a role; sends nothing yet. `base` asks for the role's credentials and is closed with
 * it: it sends through a guard of its own, so the session of the role can read and nothing else.
 */
export function openRoleSession(
  base: AwsSession,
  role: RoleAccess,
  parts: Omit<SessionParts, 'credentials'>,
): AwsSession {
  const credentials = renewedCredentials(base, role);
  const session = openSession({ ...parts, credentials: () => credentials.provide });
  return {
    ...session,
    account: accountOfRole(role.roleArn),
    operations: [...new Set([...base.operations, ...session.operations])].toSorted(),
    ready: async () => void (await credentials.get()),
    close() {
      session.close();
      base.close();
    },
  };
}

/** The 12 digits in a role's ARN. */
function accountOfRole(roleArn: string): string {
  return roleArn.split(':')[4] ?? '';
}

/** One set of credentials for all clients of a session, got anew before it ends. */
function renewedCredentials(base: AwsSession, role: RoleAccess) {
  let held: AwsCredentialIdentity | undefined;
  let asking: Promise<AwsCredentialIdentity> | undefined;

  function left(): number {
    return (held?.expiration?.getTime() ?? 0) - base.clock.now();
  }

  async function ask(): Promise<AwsCredentialIdentity> {
    try {
      held = await assumeRole(base, role);
      return held;
    } catch (error) {
      // What is still good is used up before a scan is given up.
      if (held && left() > 0) return held;
      throw error;
    } finally {
      asking = undefined;
    }
  }

  async function get(): Promise<AwsCredentialIdentity> {
    if (held && left() > renewBeforeMs) return held;
    asking ??= ask();
    return asking;
  }

  // To the engine a role that was closed during a scan is a token that expired: it asks who we are once more.
  async function provide(): Promise<AwsCredentialIdentity> {
    return get().catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.code === 'aws-unreachable') throw error;
      throw Object.assign(new Error('The role was not given again.'), { name: 'ExpiredToken' });
    });
  }

  // The SDK would otherwise keep a copy in each client, and each would ask for its own.
  return { get, provide: Object.assign(provide, { memoized: true }) };
}
