import { randomUUID } from 'node:crypto';
import {
  DomainError,
  exceptionRulesSchema,
  type ExceptionRules,
  type NewException,
} from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import {
  approveException,
  countOpen,
  keepException,
  readException,
  revokeException,
  type StoredException,
} from '../store/exceptions.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { lockChain } from '../store/scans.ts';
import { readSetting } from '../store/settings.ts';
import { requireEnd } from './scope-of-request.ts';

/** So many of an account hold or wait at a time; more are no longer looked at one by one. */
const mostOpen = 1_000;

export type Person = { id: string; name: string };
/** A risk to keep, with the chain that it is about and whether somebody else has to look at it. */
export type Acceptance = {
  asked: NewException;
  chain: string;
  secondPerson: boolean;
  extends: string | null;
};

/** Whether somebody else has to approve what one person wants accepted. */
export async function readExceptionRules(db: Database): Promise<ExceptionRules> {
  return exceptionRulesSchema
    .catch({ secondPerson: false })
    .parse((await readSetting(db, 'exceptions')) ?? {});
}

/**
 * Keeps an accepted risk, approved by whoever asks unless a second person has to. Pass a transaction. Throws
 * DomainError `time-zone-unknown`, `exception-day-passed`, `exception-too-long` or `too-many-exceptions`.
 */
export async function makeException(
  tx: Database,
  { asked, chain, secondPerson, extends: earlier }: Acceptance,
  by: Person,
  at: Date,
): Promise<StoredException> {
  const until = requireEnd(asked, at);
  await lockChain(tx, chain);
  if ((await countOpen(tx, chain, at)) >= mostOpen)
    throw new DomainError('too-many-exceptions', { most: String(mostOpen) });
  const approved = { approvedById: by.id, approvedByName: by.name, approvedAt: at };
  const made = await keepException(tx, {
    ...asked,
    ...{ id: randomUUID(), chain, until, secondPerson, extends: earlier },
    ...{ requestedById: by.id, requestedByName: by.name, requestedAt: at },
    ...(secondPerson ? {} : approved),
  });
  const action = secondPerson ? 'exception.requested' : 'exception.made';
  await recordInAuditLog(tx, { ...entryOf(made, by, at), action });
  return made;
}

/**
 * Approves what somebody else asked for. Throws DomainError `not-found`, `exception-own-approval`,
 * `exception-ended`, `exception-not-waiting`, or what `requireEnd` throws.
 */
export async function approve(
  db: Database,
  reader: ReaderScope,
  id: string,
  by: Person,
  at: Date,
): Promise<StoredException> {
  return db.transaction(async (tx) => {
    const found = await readException(tx, reader, id);
    if (!found) throw new DomainError('not-found');
    if (found.requestedById === by.id) throw new DomainError('exception-own-approval');
    if (found.until <= at) throw new DomainError('exception-ended');
    const approved = await approveException(tx, id, { ...by, at });
    if (!approved) throw new DomainError('exception-not-waiting');
    await recordInAuditLog(tx, { ...entryOf(approved, by, at), action: 'exception.approved' });
    return approved;
  });
}

/** Ends an exception from now on. Throws DomainError `not-found` or `exception-ended`. */
export async function revoke(
  db: Database,
  reader: ReaderScope,
  id: string,
  by: Person,
  at: Date,
): Promise<StoredException> {
  return db.transaction(async (tx) => {
    if (!(await readException(tx, reader, id))) throw new DomainError('not-found');
    const revoked = await revokeException(tx, id, { ...by, at });
    if (!revoked) throw new DomainError('exception-ended');
    await recordInAuditLog(tx, { ...entryOf(revoked, by, at), action: 'exception.revoked' });
    return revoked;
  });
}

function entryOf(exception: StoredException, by: Person, at: Date) {
  const { id, account, check, regions, resource, owner, lastDay, zone, reason } = exception;
  return {
    ...{ at, actor: by.id, subject: id },
    detail: {
      ...{ account, check, owner, lastDay, zone, reason },
      regions: regions?.join(' ') ?? 'all',
      resource: resource ?? 'all',
    },
  };
}
