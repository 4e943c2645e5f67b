import { createHash } from 'node:crypto';
import { DomainError } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { rowsOf } from '../rows-of.ts';
import type { BackupEnd, BackupHeader, TableLine } from './dump.ts';
import { listed, tablesInOrder, type KeptTable } from './tables.ts';

/** What a restore put back. */
export type Restored = { header: BackupHeader; rows: Record<string, number> };

/** Rows go in a few at a time: a long statement holds up the embedded database. */
const rowsAtOnce = 50;
const bytesAtOnce = 1_000_000;

/** Reads the first line; throws DomainError `backup-unreadable` where it is none of ours. */
export function parseHeader(line: string | undefined): BackupHeader {
  const header = parsed<Partial<BackupHeader>>(line);
  if (header?.format !== 'ippo-backup-1' || typeof header.migrations !== 'number')
    throw new DomainError('backup-unreadable');
  return header as BackupHeader;
}

/** Whether nothing was ever kept in a database. */
export async function isEmpty(db: Database): Promise<boolean> {
  for (const { name } of await tablesInOrder(db)) {
    const rows = await rowsOf(db, sql`select 1 from ${sql.identifier(name)} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Puts the lines after a header into an empty database whose tables are those of the backup; all or
 * nothing. Throws DomainError `backup-unreadable` where lines are missing or altered.
 */
export async function restoreStore(
  db: Database,
  header: { line: string; parsed: BackupHeader },
  lines: AsyncIterable<string>,
): Promise<Restored> {
  const hash = createHash('sha256').update(`${header.line}\n`);
  const rows: Record<string, number> = {};
  return db.transaction(async (tx) => {
    const tables = await tablesInOrder(tx);
    let table: KeptTable | undefined;
    let batch: string[] = [];
    let size = 0;
    async function flush(): Promise<void> {
      if (table && batch.length > 0) await insert(tx, table, batch);
      batch = [];
      size = 0;
    }
    for await (const line of lines) {
      const opening = openingOf(line);
      if (opening) {
        await flush();
        table = tables.find(({ name }) => name === opening.table);
        if (!table) throw new DomainError('backup-unreadable');
        rows[table.name] = 0;
      } else if (line.startsWith('{"rows":')) {
        await flush();
        await finish(tx, line, rows, hash.digest('hex'));
        return { header: header.parsed, rows };
      } else {
        if (!table) throw new DomainError('backup-unreadable');
        batch.push(line);
        rows[table.name] = (rows[table.name] ?? 0) + 1;
        size += line.length;
        if (batch.length >= rowsAtOnce || size > bytesAtOnce) await flush();
      }
      hash.update(`${line}\n`);
    }
    throw new DomainError('backup-unreadable');
  });
}

// No table of ours has a column `table` or `rows`, so a row never begins like this.
function openingOf(line: string): TableLine | null {
  return line.startsWith('{"table":') ? parsed<TableLine>(line) : null;
}

async function insert(tx: Database, table: KeptTable, lines: string[]): Promise<void> {
  const name = sql.identifier(table.name);
  const columns = listed(table.columns);
  await tx.execute(
    sql`insert into ${name} (${columns}) overriding system value
        select ${columns} from json_populate_recordset(null::${name}, ${`[${lines.join(',')}]`}::json)`,
  );
}

async function finish(
  tx: Database,
  line: string,
  rows: Record<string, number>,
  sha256: string,
): Promise<void> {
  const end = parsed<BackupEnd>(line);
  const whole = end && Object.entries(end.rows).every(([table, count]) => rows[table] === count);
  if (!whole || end.sha256 !== sha256) throw new DomainError('backup-unreadable');
  for (const [name, last] of Object.entries(end.sequences))
    await tx.execute(sql`select setval(${`public."${name}"`}::regclass, ${last}::bigint)`);
}

function parsed<Value>(line: string | undefined): Value | null {
  try {
    return JSON.parse(line ?? '') as Value;
  } catch {
    return null;
  }
}
