import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm/sql';
import { migrationsDone, type Database } from '../database.ts';
import { rowsOf } from '../rows-of.ts';
import { listed, readSequences, tablesInOrder, type KeptTable } from './tables.ts';

/** The first line of a backup; times are UTC. */
export type BackupHeader = {
  format: 'ippo-backup-1';
  madeAt: string;
  version: string;
  /** How many migrations the tables have behind them. */
  migrations: number;
  /** Files of the data folder or secrets folder that the rows need, by name. */
  secrets: Record<string, string>;
};
/** The line before a table's rows. */
export type TableLine = { table: string };
/** The last line: without it the backup is cut off. */
export type BackupEnd = {
  rows: Record<string, number>;
  sequences: Record<string, string>;
  /** SHA-256 (hex) of all lines before, line ends included. */
  sha256: string;
};

/** Rows are large where they hold a report, so a few at a time. */
const rowsAtOnce = 50;

/**
 * Writes everything that the store keeps as lines of JSON, as of one moment. Who is signed in and the
 * waiting jobs are left out.
 */
export async function dumpStore(
  db: Database,
  made: Pick<BackupHeader, 'madeAt' | 'version' | 'secrets'>,
  write: (text: string) => Promise<void>,
): Promise<BackupEnd> {
  const hash = createHash('sha256');
  async function line(text: string): Promise<void> {
    hash.update(`${text}\n`);
    await write(`${text}\n`);
  }
  const migrations = await migrationsDone(db);
  const header = { format: 'ippo-backup-1', ...made, migrations } satisfies BackupHeader;
  await line(JSON.stringify(header));
  const end = await db.transaction(
    async (tx) => {
      const rows: Record<string, number> = {};
      for (const table of await tablesInOrder(tx)) {
        await line(JSON.stringify({ table: table.name } satisfies TableLine));
        rows[table.name] = await dumpTable(tx, table, line);
      }
      return { rows, sequences: await readSequences(tx), sha256: hash.digest('hex') };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  await write(`${JSON.stringify(end)}\n`);
  return end;
}

// row_to_json keeps every value as PostgreSQL writes it, microseconds and bytes too.
async function dumpTable(
  tx: Database,
  { name, key, columns }: KeptTable,
  line: (text: string) => Promise<void>,
): Promise<number> {
  await tx.execute(
    sql`declare kept no scroll cursor for
        select row_to_json(t)::text as line
        from (select ${listed(columns)} from ${sql.identifier(name)}) t order by ${listed(key)}`,
  );
  let count = 0;
  for (;;) {
    const rows = await rowsOf<{ line: string }>(
      tx,
      sql`fetch ${sql.raw(String(rowsAtOnce))} from kept`,
    );
    for (const row of rows) await line(row.line);
    count += rows.length;
    if (rows.length < rowsAtOnce) break;
  }
  await tx.execute(sql`close kept`);
  return count;
}
