import {
  exceptionStateAt,
  exceptionStates,
  inScope,
  passes,
  type Exception,
  type ExceptionState,
  type Tokens,
} from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { listExceptions, scopeOfException, type StoredException } from '../store/exceptions.ts';
import { readOpenFindings, type OpenFinding } from '../store/findings/exception-counts.ts';
import type { NewestScan } from '../store/findings/newest-scans.ts';

const pageSize = 50;

type Asked = {
  state?: Tokens | undefined;
  check?: Tokens | undefined;
  cursor?: string | undefined;
};
type Page = {
  rows: StoredException[];
  next: string | null;
  total: number;
  counts: Record<ExceptionState, number>;
};

/**
 * A page of the exceptions of some accounts: what holds or waits before what ended, by its end, the soonest
 * first; of what ended the latest first.
 */
export async function readExceptionPage(
  db: Database,
  scans: readonly NewestScan[],
  asked: Asked,
  at: Date,
): Promise<Page> {
  const ofCheck = await everyException(db, scans, asked, at);
  const counts = Object.fromEntries(
    exceptionStates.map((one) => [one, ofCheck.filter(({ state }) => state === one).length]),
  ) as Page['counts'];
  const shown = ofCheck.filter(({ state }) => passes(asked.state, state));
  const from = shown.findIndex(({ row }) => row.id === asked.cursor) + 1;
  const rows = shown.slice(from, from + pageSize).map(({ row }) => row);
  const more = shown.length > from + pageSize;
  return { rows, next: more ? (rows.at(-1)?.id ?? null) : null, total: shown.length, counts };
}

/** Every exception of some accounts and checks in the order of the list, whatever its state. */
export async function everyException(
  db: Database,
  scans: readonly NewestScan[],
  { check: checks }: Pick<Asked, 'check'>,
  at: Date,
): Promise<Placed[]> {
  const all = await listExceptions(
    db,
    scans.map(({ chain }) => chain),
  );
  return all
    .filter(({ check }) => passes(checks, check))
    .map((row) => ({ row, state: exceptionStateAt(row, at) }))
    .toSorted(byEnd);
}

type Placed = { row: StoredException; state: ExceptionState };

function byEnd(a: Placed, b: Placed): number {
  const ended = Number(hasEnded(a)) - Number(hasEnded(b));
  const later = endOf(a) - endOf(b) || (a.row.id < b.row.id ? -1 : 1);
  return ended || (hasEnded(a) ? -later : later);
}

function hasEnded({ state }: Placed): boolean {
  return state === 'expired' || state === 'revoked';
}

function endOf({ row: { until, revokedAt } }: Placed): number {
  return Math.min(until.getTime(), revokedAt?.getTime() ?? Infinity);
}

/** Exceptions as the API shows them, each with the fails that lie in its scope now. */
export async function asShown(
  db: Database,
  rows: readonly StoredException[],
  { at, userId }: { at: Date; userId: string },
): Promise<Exception[]> {
  const open = new Map<string, OpenFinding[]>();
  for (const [chain, group] of Map.groupBy(rows, (row) => row.chain)) {
    const checks = group.map(({ check }) => check);
    open.set(chain, await readOpenFindings(db, chain, checks));
  }
  return rows.map((row) => {
    const scope = scopeOfException(row);
    const fails = (open.get(row.chain) ?? []).filter(
      (finding) => finding.outcome === 'fail' && inScope(scope, finding),
    );
    const critical = fails.filter(({ severity }) => severity === 'critical').length;
    const { id, reason, owner, lastDay, zone, until } = row;
    return {
      ...{ ...scope, id, reason, owner, lastDay, zone, until: until.toISOString() },
      requested: { by: row.requestedByName, at: row.requestedAt.toISOString() },
      approved: done(row.approvedByName, row.approvedAt),
      selfApproved: row.approvedById !== null && row.approvedById === row.requestedById,
      revoked: done(row.revokedByName, row.revokedAt),
      extends: row.extends,
      state: exceptionStateAt(row, at),
      covers: { fails: fails.length, critical },
      yours: row.requestedById === userId,
    };
  });
}

function done(by: string | null, at: Date | null) {
  return by === null || at === null ? null : { by, at: at.toISOString() };
}
