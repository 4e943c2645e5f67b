import type { ChangedFinding } from '@ippo/contracts';
import { DomainError } from '@ippo/contracts';
import { and, asc, desc, eq, gt, isNotNull, lt, or } from 'drizzle-orm/sql';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { within, type ReaderScope } from '../reader-scope.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';
import { severityOf } from './finding-filter.ts';

type Row = typeof findingSpans.$inferSelect;
type Summary = typeof scanSummaries.$inferSelect;

const pageSize = 50;
const cursorSchema = z.tuple([z.number().int().min(0).max(10), z.number().int().min(0)]);

/** A complete scan in figures with the complete one before it, or null where the reader may not see it. */
export async function readSummaryPair(
  db: Database,
  scope: ReaderScope,
  scanId: string,
): Promise<{ summary: Summary; before: Summary | null } | null> {
  const [summary] = await db
    .select()
    .from(scanSummaries)
    .where(and(eq(scanSummaries.scanId, scanId), within(scope, scanSummaries.account)));
  if (!summary) return null;
  const [before] = await db
    .select()
    .from(scanSummaries)
    .where(
      and(eq(scanSummaries.chain, summary.chain), lt(scanSummaries.position, summary.position)),
    )
    .orderBy(desc(scanSummaries.position))
    .limit(1);
  return { summary, before: before ?? null };
}

/** What became of findings in a scan, a page at a time. Throws DomainError `bad-request` for a wrong cursor. */
export async function readTransitions(
  db: Database,
  { chain, position }: Summary,
  cursor: string | undefined,
): Promise<{ findings: ChangedFinding[]; next: string | null }> {
  const earlier = alias(findingSpans, 'earlier');
  const at = cursor === undefined ? null : parsed(cursor);
  // A span began, or one ended with none behind it.
  const rows = await db
    .select({ span: findingSpans, earlier })
    .from(findingSpans)
    .leftJoin(
      earlier,
      and(
        eq(earlier.chain, findingSpans.chain),
        eq(earlier.fingerprint, findingSpans.fingerprint),
        eq(earlier.closedBy, findingSpans.fromPosition),
        eq(findingSpans.fromPosition, position),
      ),
    )
    .where(
      and(
        eq(findingSpans.chain, chain),
        or(
          eq(findingSpans.fromPosition, position),
          and(eq(findingSpans.closedBy, position), isNotNull(findingSpans.gone)),
        ),
        at === null ? undefined : behind(at),
      ),
    )
    .orderBy(asc(findingSpans.severity), asc(findingSpans.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1)?.span;
  return {
    findings: page.map((row) => toChanged(row, position)),
    next: rows.length > pageSize && last ? cursorOf(last) : null,
  };
}

function toChanged(
  { span, earlier }: { span: Row; earlier: Row | null },
  position: number,
): ChangedFinding {
  const { fingerprint, check, finding } = span;
  const { region, resource, facet } = finding;
  const began = span.fromPosition === position;
  const persists = began && earlier?.outcome === span.outcome;
  return {
    ...{ fingerprint, check, severity: severityOf(span.severity) },
    ...(region !== undefined && { region }),
    ...(resource !== undefined && { resource }),
    ...(facet !== undefined && { facet }),
    change: persists ? 'persisting' : began ? span.change : (span.gone ?? 'gone'),
    before: sideOf(began ? earlier : span),
    after: sideOf(began ? span : null),
  };
}

function sideOf(row: Row | null): ChangedFinding['before'] {
  return row && { outcome: row.outcome, blocked: row.blocked, reason: row.finding.reason };
}

function behind([severity, id]: readonly [number, number]) {
  const milder = gt(findingSpans.severity, severity);
  return or(milder, and(eq(findingSpans.severity, severity), gt(findingSpans.id, id)));
}

function cursorOf({ severity, id }: Row): string {
  return Buffer.from(JSON.stringify([severity, id])).toString('base64url');
}

function parsed(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new DomainError('bad-request', {}, error);
  }
}
