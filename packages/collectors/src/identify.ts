import { DomainError, GLOBAL, type EvidenceReading, type ProblemCode } from '@ippo/contracts';
import { registry } from './registry.ts';
import { openRun, type Run } from './run.ts';
import type { AwsSession } from './session.ts';
import { takeReading, type Taken } from './take-reading.ts';

/** Who AWS says that we are. */
export type Identity = { account: string; arn: string; partition: string };

/**
 * Asks AWS who we are, in the start region. Throws a `DomainError` that says what to do: `no-credentials`,
 * `credentials-refused`, `aws-unreachable`, through a role also `role-refused` and its like, or
 * `account-mismatch`; cancelled, it throws the signal's reason.
 */
export async function identify(session: AwsSession, signal?: AbortSignal): Promise<Identity> {
  const run = openRun(session, signal ?? new AbortController().signal);
  try {
    return (await takeIdentity(run, signal)).identity;
  } finally {
    run.close();
  }
}

/** The identity with the reading that proves it. */
export async function takeIdentity(
  run: Run,
  cancel?: AbortSignal,
): Promise<{ identity: Identity; taken: Taken }> {
  const expected = run.session.account;
  await run.session.ready?.();
  const collector = registry['sts.caller-identity'];
  const taken = await takeReading(run, collector, { region: GLOBAL }, '', new Map());
  const reading = taken.reading as EvidenceReading<'sts.caller-identity'>;
  if (!reading.readable) {
    cancel?.throwIfAborted();
    throw new DomainError(problemOf(reading.reason, reading.detail));
  }
  const { Account: account, Arn: arn } = reading.value;
  const partition = /^arn:([\w-]+):/.exec(arn)?.[1];
  if (!partition || !/^\d{12}$/.test(account)) throw new DomainError('aws-unreachable');
  if (expected !== undefined && account !== expected)
    throw new DomainError('account-mismatch', { account, expected });
  return { identity: { account, arn, partition }, taken };
}

function problemOf(reason: string, detail: string | undefined): ProblemCode {
  const refused = ['bad-credentials', 'denied', 'scp-denied', 'not-activated'];
  if (detail === 'CredentialsProviderError' || detail === 'TokenProviderError')
    return 'no-credentials';
  return refused.includes(reason) ? 'credentials-refused' : 'aws-unreachable';
}
