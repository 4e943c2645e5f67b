import {
  exceptionStateAt,
  inScope,
  type Coverable,
  type ExceptionFilter,
  type ExceptionFlag,
  type FindingRow,
  type Outcome,
} from '@ippo/contracts';
import { and, not, sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { listApproved, type StoredException } from '../exceptions.ts';
import { exceptions } from '../schema/exceptions.ts';
import { findingSpans } from '../schema/findings.ts';

/** Says which exception a finding of a chain is flagged with, if any: only a fail ever is. */
export type FlagOf = (
  chain: string,
  finding: Coverable & { outcome: Outcome },
) => ExceptionFlag | undefined;

/** The flags of some chains' findings as of a moment. */
export async function exceptionFlags(
  db: Database,
  chains: readonly string[],
  at: Date,
): Promise<FlagOf> {
  return flagsFrom(await listApproved(db, chains, at), at);
}

/** The same, from approved exceptions at hand. */
export function flagsFrom(approved: readonly StoredException[], at: Date): FlagOf {
  // The one that lasts longest speaks, so one that holds goes before every one that expired.
  const ordered = approved.toSorted((a, b) => b.until.getTime() - a.until.getTime());
  const groups = Map.groupBy(ordered, ({ chain, check }) => `${chain}\n${check}`);
  return (chain, finding) => {
    if (finding.outcome !== 'fail') return undefined;
    const group = groups.get(`${chain}\n${finding.check}`) ?? [];
    const found = group.find((one) => inScope(one, finding));
    return found && toFlag(found, at);
  };
}

/** A row of a list with its flag. */
export function flagged(row: FindingRow, flagOf: FlagOf, chain: string): FindingRow {
  const exception = flagOf(chain, row);
  return exception ? { ...row, exception } : row;
}

function toFlag(exception: StoredException, at: Date): ExceptionFlag {
  const { id, owner, lastDay, zone, until } = exception;
  return {
    ...{ id, by: owner, lastDay, zone, until: until.toISOString() },
    selfApproved: exception.approvedById === exception.requestedById,
    state: exceptionStateAt(exception, at) === 'expired' ? 'expired' : 'accepted',
  };
}

/** The condition that rows of `finding_spans` pass a filter by flag; the same as `flagsFrom` says of each. */
export function flagCondition(filter: ExceptionFilter, at: Date): SQL | undefined {
  const holds = sql`${exceptions.until} > ${at.toISOString()}::timestamptz`;
  if (filter === 'accepted') return anyCovers(at, holds);
  const expired = and(anyCovers(at), not(anyCovers(at, holds)));
  return filter === 'expired' ? expired : not(anyCovers(at));
}

function anyCovers(at: Date, also: SQL = sql`true`): SQL {
  const moment = sql`${at.toISOString()}::timestamptz`;
  return sql`(${findingSpans.outcome} = 'fail' and exists (
    select 1 from ${exceptions}
    where ${exceptions.chain} = ${findingSpans.chain} and ${exceptions.check} = ${findingSpans.check}
      and ${exceptions.approvedAt} <= ${moment}
      and (${exceptions.revokedAt} is null or ${exceptions.revokedAt} > ${moment})
      and (${exceptions.regions} is null or ${exceptions.regions} @> to_jsonb(${findingSpans.region}))
      and (${exceptions.resource} is null or ${exceptions.resource} = ${findingSpans.resource})
      and ${also}))`;
}
