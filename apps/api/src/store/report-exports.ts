import type { MadeReport, Source } from '@ippo/contracts';
import { and, count, desc, eq, lt } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import { reportExports } from './schema/report-exports.ts';

export type StoredExport = typeof reportExports.$inferSelect;
export type NewExport = typeof reportExports.$inferInsert;

const rowsAtOnce = 200;

/** Which reports are asked for. */
type Filter = {
  account?: string | undefined;
  source?: Source['kind'] | undefined;
  sha256?: string | undefined;
};

/** Keeps that a report was made; pass the transaction of its entry in the audit log. */
export async function keepReportExport(tx: Database, made: NewExport): Promise<void> {
  await tx.insert(reportExports).values(made);
}

/** A page of the reports that were made, newest first; `before` is the number of the last one seen. */
export async function listReportExports(
  db: Database,
  scope: ReaderScope,
  filter: Filter,
  page: { before: number | null; count: number },
): Promise<StoredExport[]> {
  return db
    .select()
    .from(reportExports)
    .where(
      and(
        matches(scope, filter),
        page.before === null ? undefined : lt(reportExports.number, page.before),
      ),
    )
    .orderBy(desc(reportExports.number))
    .limit(page.count);
}

/** Every report that a filter lets through, newest first, read page by page. */
export async function* everyReportExport(
  db: Database,
  scope: ReaderScope,
  filter: Filter,
): AsyncGenerator<StoredExport, void> {
  for (let before: number | null = null; ;) {
    const page: StoredExport[] = await listReportExports(db, scope, filter, {
      before,
      count: rowsAtOnce,
    });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < rowsAtOnce) return;
    before = last.number;
  }
}

/** How many reports a filter lets through. */
export async function countReportExports(
  db: Database,
  scope: ReaderScope,
  filter: Filter,
): Promise<number> {
  const [found] = await db
    .select({ rows: count() })
    .from(reportExports)
    .where(matches(scope, filter));
  return found?.rows ?? 0;
}

/** The newest file of an account in each format. */
export async function newestExports(db: Database, chain: string): Promise<StoredExport[]> {
  return db
    .selectDistinctOn([reportExports.format])
    .from(reportExports)
    .where(eq(reportExports.chain, chain))
    .orderBy(reportExports.format, desc(reportExports.number));
}

/** A made report as the API shows it. */
export function toMadeReport(row: StoredExport): MadeReport {
  const { id, at, byName, account, source, scanId, periodFrom, periodTo } = row;
  const { format, language, redacted, fileName, bytes, sha256 } = row;
  const period =
    periodFrom && periodTo ? { from: periodFrom.toISOString(), to: periodTo.toISOString() } : null;
  return {
    ...{ id, at: at.toISOString(), by: byName, account, source, scanId, period },
    ...{ format, language, redacted, fileName, bytes, sha256 },
  };
}

function matches(scope: ReaderScope, { account, source, sha256 }: Filter) {
  return and(
    within(scope, reportExports.account),
    account === undefined ? undefined : eq(reportExports.account, account),
    source === undefined ? undefined : eq(reportExports.source, source),
    sha256 === undefined ? undefined : eq(reportExports.sha256, sha256),
  );
}
