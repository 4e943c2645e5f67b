import { sql } from 'drizzle-orm/sql';
import type { Database } from '../store/database.ts';

/** How many rows of each table name a text, but for the audit log, where it belongs. */
export async function rowsNaming(db: Database, text: string): Promise<Record<string, number>> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_log'`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const like = `%${text}%`;
    const [row] = await rowsOf<{ rows: number }>(
      db,
      sql`select count(*)::int as rows from ${sql.identifier(name)} as it where it::text like ${like}`,
    );
    if (row && row.rows > 0) found[name] = row.rows;
  }
  return found;
}

/** Lets everyone of a role see some accounts only. */
export async function limitRole(db: Database, role: string, accounts: string[]): Promise<void> {
  await db.execute(
    sql`update users set accounts = ${JSON.stringify(accounts)} where role = ${role}`,
  );
}

/** A scan of a connection that never ends, as if another process ran it; ends it when called. */
export async function holdScan(db: Database, target: string): Promise<() => Promise<void>> {
  await db.execute(
    sql`insert into scans (id, target, status, created_at) values ('held', ${target}, 'running', now())`,
  );
  return async () => {
    await db.execute(sql`update scans set status = 'failed' where id = 'held'`);
  };
}

/** An answer about an account that was scanned. */
export async function addAnswer(db: Database, account: string): Promise<void> {
  await db.execute(
    sql`insert into attestations (chain, account, scan_id, "check", question, answer, by_id, by_name, at, until)
        select chain, account, id, 'org-multi-account', 'owned', 'yes', 'x', 'x', now(), now()
        from scans where account = ${account} limit 1`,
  );
}

/** That somebody reviewed a week of an account that was scanned. */
export async function addReview(db: Database, account: string): Promise<void> {
  await db.execute(
    sql`insert into weekly_reviews (chain, account, week, zone, scan_id, by_id, by_name, at)
        select chain, account, '2026-W47', 'UTC', id, 'x', 'x', now()
        from scans where account = ${account} limit 1`,
  );
}

/** That a report about an account that was scanned was made. */
export async function addReportMade(db: Database, account: string): Promise<void> {
  await db.execute(
    sql`insert into report_exports (id, at, by_name, chain, account, source, scan_id, format, language, redacted, file_name, bytes, sha256, milliseconds)
        select 'made-of-' || account, now(), 'x', chain, account, 'aws', id, 'json', 'en', false, 'x.json', 1, 'x', 1
        from scans where account = ${account} limit 1`,
  );
}

/** Holds what is known of an account, for good. */
export async function holdAccount(db: Database, account: string, reason: string): Promise<void> {
  await db.execute(
    sql`insert into holds (account, "from", reason, set_at, set_by, set_by_name)
        values (${account}, '2020-01-01', ${reason}, now(), 'x', 'x')`,
  );
}

/** What nobody may do. */
export async function deleteReports(db: Database): Promise<void> {
  await db.execute(sql`delete from reports`);
}

async function rowsOf<Row>(db: Database, query: ReturnType<typeof sql>): Promise<Row[]> {
  const result: unknown = await db.execute(query);
  return (result as { rows: Row[] }).rows;
}
