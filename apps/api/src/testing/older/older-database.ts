import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm/sql';
import { migrationsFolder, type Database } from '../../store/database.ts';
import { openEmbeddedStore } from '../../store/embedded-store.ts';

type Cell = string | number | boolean | object | null | { base64: string };

/** Columns that the database counts by itself. */
const counted = [
  ['scans', 'number'],
  ['reports', 'number'],
  ['attestations', 'id'],
  ['audit_log', 'id'],
] as const;

/**
 * A database as the version with migrations up to 0003 left it: two scans of the demo, a refusal in the
 * second, and an answer. A dump to open with today's code.
 */
export async function olderDatabase(): Promise<Blob> {
  const folder = firstMigrations(4);
  const store = await openEmbeddedStore({ folder: null }, { migrations: folder });
  const recorded = path.join(import.meta.dirname, 'schema-0003.json.gz');
  const tables = JSON.parse(gunzipSync(readFileSync(recorded)).toString('utf8')) as Record<
    string,
    Record<string, Cell>[]
  >;
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows) await insert(store.db, table, row);
  for (const [table, column] of counted)
    await store.db.execute(
      sql`select setval(pg_get_serial_sequence(${table}, ${column}),
          (select max(${sql.identifier(column)}) from ${sql.identifier(table)}))`,
    );
  const dump = await store.client.dumpDataDir('none');
  await store.close();
  rmSync(folder, { recursive: true });
  return dump;
}

/** A copy of the migrations folder that ends early. */
function firstMigrations(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-older-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = path.join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] };
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

async function insert(db: Database, table: string, row: Record<string, Cell>): Promise<void> {
  const columns = Object.keys(row).map((name) => sql.identifier(name));
  const values = Object.values(row).map((cell) => sql`${plain(cell)}`);
  await db.execute(
    sql`insert into ${sql.identifier(table)} (${sql.join(columns, sql`, `)})
        overriding system value values (${sql.join(values, sql`, `)})`,
  );
}

function plain(cell: Cell): unknown {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'base64' in cell ? Buffer.from(cell.base64, 'base64') : JSON.stringify(cell);
}
