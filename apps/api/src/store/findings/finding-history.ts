import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';
import type { NewestScan } from './newest-scans.ts';

type Row = typeof findingSpans.$inferSelect;
/** A complete scan by its place in its chain. */
export type ScanMark = { scanId: string; at: string };

/** So many are told, of what may be thousands. */
const elsewhereAtMost = 50;
const spansAtMost = 500;

/** A finding's spans in the first of some chains that has it, newest first; none where no chain does. */
export async function readFindingSpans(
  db: Database,
  scans: readonly NewestScan[],
  fingerprint: string,
): Promise<{ scan: NewestScan; spans: Row[] } | null> {
  for (const scan of scans) {
    const spans = await db
      .select()
      .from(findingSpans)
      .where(and(eq(findingSpans.chain, scan.chain), eq(findingSpans.fingerprint, fingerprint)))
      .orderBy(desc(findingSpans.fromPosition))
      .limit(spansAtMost);
    if (spans.length > 0) return { scan, spans };
  }
  return null;
}

/** What needs a look first: more places than are shown must not push a fail out. */
const urgency = sql`case ${findingSpans.outcome}
  when 'fail' then 0 when 'unknown' then 1 when 'not-applicable' then 2 when 'manual' then 3 else 4 end`;

/** Other open findings of the same check, worst first, without places that have nothing to judge. */
export async function readElsewhere(db: Database, row: Row): Promise<Row[]> {
  return db
    .select()
    .from(findingSpans)
    .where(
      and(
        eq(findingSpans.chain, row.chain),
        eq(findingSpans.check, row.check),
        isNull(findingSpans.closedBy),
        ne(findingSpans.fingerprint, row.fingerprint),
        or(ne(findingSpans.outcome, 'not-applicable'), eq(findingSpans.blocked, true)),
      ),
    )
    .orderBy(urgency, asc(findingSpans.severity), asc(findingSpans.id))
    .limit(elsewhereAtMost);
}

/** The complete scans at some places of a chain. */
export async function readMarks(
  db: Database,
  chain: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, ScanMark>> {
  const wanted = [...new Set(positions)];
  if (wanted.length === 0) return new Map();
  const { position, scanId, at } = scanSummaries;
  const rows = await db
    .select({ position, scanId, at })
    .from(scanSummaries)
    .where(and(eq(scanSummaries.chain, chain), inArray(position, wanted)));
  return new Map(
    rows.map((row) => [row.position, { scanId: row.scanId, at: row.at.toISOString() }]),
  );
}
