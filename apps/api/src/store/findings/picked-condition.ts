import { pickId, type FindingFilter } from '@ippo/contracts';
import { and, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm/sql';
import { findingSpans } from '../schema/findings.ts';
import { groupId } from './group-id.ts';

const digits = pickId('0'.repeat(64)).length;
const shortPrint = sql<string>`left(${findingSpans.fingerprint}, ${sql.raw(String(digits))})`;
const everything = { all: true, findings: [], groups: [] };
const nothing = { all: false, findings: [], groups: [] };

/**
 * What a selection lets through; undefined for everything. What is said of a finding by name goes before what
 * is said of its group, and that before `all`.
 */
export function pickedCondition({
  finding = everything,
  without = nothing,
}: Pick<FindingFilter, 'finding' | 'without'>): SQL | undefined {
  const ofGroup = finding.all
    ? notAmong(groupId, without.groups)
    : inArray(groupId, finding.groups);
  const kept = and(ofGroup, notAmong(shortPrint, without.findings));
  if (kept === undefined || finding.findings.length === 0) return kept;
  return or(inArray(shortPrint, finding.findings), kept);
}

function notAmong(column: SQL<string>, values: string[]): SQL | undefined {
  return values.length === 0 ? undefined : notInArray(column, values);
}
