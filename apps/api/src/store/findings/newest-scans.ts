import type { Source } from '@ippo/contracts';
import { and, eq, max, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { within, type ReaderScope } from '../reader-scope.ts';
import { scanSummaries } from '../schema/findings.ts';
import { scans } from '../schema/scans.ts';

/** Which accounts a reader asks about. */
export type Subject = { source?: Source['kind'] | undefined; account?: string | undefined };

/** The newest complete scan of an account in figures. */
export type NewestScan = typeof scanSummaries.$inferSelect & {
  source: Source;
  organization: string | null;
};

/** Real accounts come before emulated ones, and those before made-up ones. */
const kinds = ['aws', 'endpoint', 'simulated'] as const;

/**
 * The newest complete scan of each account that the reader may see. All are of one kind of source: the one
 * asked for, else the first there is; made-up data never stands beside real data.
 */
export async function newestScans(
  db: Database,
  scope: ReaderScope,
  { source, account }: Subject,
): Promise<NewestScan[]> {
  // First the places alone, from an index: a chain may have thousands of summaries, each of some kilobytes.
  const newest = db
    .select({ chain: scanSummaries.chain, position: max(scanSummaries.position).as('newest') })
    .from(scanSummaries)
    .groupBy(scanSummaries.chain)
    .as('places');
  const rows = await db
    .select({
      summary: scanSummaries,
      source: scans.source,
      organization: scans.organization,
    })
    .from(newest)
    .innerJoin(
      scanSummaries,
      and(eq(scanSummaries.chain, newest.chain), eq(scanSummaries.position, newest.position)),
    )
    .innerJoin(scans, eq(scans.id, scanSummaries.scanId))
    .where(
      and(
        within(scope, scanSummaries.account),
        account === undefined ? undefined : eq(scanSummaries.account, account),
        source === undefined ? undefined : sql`${scans.source} ->> 'kind' = ${source}`,
      ),
    )
    .orderBy(scanSummaries.chain);
  const known = rows.flatMap(({ summary, source: from, organization }) =>
    from ? [{ ...summary, source: from, organization }] : [],
  );
  const kind = kinds.find((one) => known.some((scan) => scan.source.kind === one));
  return known.filter((scan) => scan.source.kind === kind);
}

/** The one account that a reader asks about: of several the one scanned last; null where there is none. */
export async function newestScan(
  db: Database,
  scope: ReaderScope,
  subject: Subject,
): Promise<NewestScan | null> {
  const found = await newestScans(db, scope, subject);
  return found.toSorted((a, b) => b.judgement - a.judgement)[0] ?? null;
}
