import type { Gathered } from '@ippo/reports';
import { scopeOfException, type StoredException } from '../store/exceptions.ts';

/** An accepted risk as a report tells it, whatever became of it. */
export function exceptionAsKept(row: StoredException): Gathered['exceptions'][number] {
  const { id, reason, owner, lastDay, zone, until, extends: earlier } = row;
  return {
    ...{ ...scopeOfException(row), id, reason, owner, lastDay, zone },
    until: until.toISOString(),
    requested: { by: row.requestedByName, at: row.requestedAt.toISOString() },
    approved: done(row.approvedByName, row.approvedAt),
    selfApproved: row.approvedById !== null && row.approvedById === row.requestedById,
    revoked: done(row.revokedByName, row.revokedAt),
    extends: earlier,
  };
}

function done(by: string | null, at: Date | null) {
  return by === null || at === null ? null : { by, at: at.toISOString() };
}
