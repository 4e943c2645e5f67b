import { sql, type SQL } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { rowsOf } from '../rows-of.ts';

/** A table with the columns that its rows are told apart by, and all that do not follow from others. */
export type KeptTable = { name: string; key: string[]; columns: string[] };

/** Who is signed in, one-time links and who works are of the moment: they do not belong to a backup. */
const leftOut = ['sessions', 'setup_tokens', 'verifications', 'workers'];

/** Every table of ours, each after those that it refers to. */
export async function tablesInOrder(db: Database): Promise<KeptTable[]> {
  const keys = await rowsOf<KeptTable>(
    db,
    sql`select t.relname as name, array_agg(a.attname::text order by k.place) as key,
          array(select attname::text from pg_attribute
            where attrelid = t.oid and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum) as columns
        from pg_class t
        join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
        join pg_constraint c on c.conrelid = t.oid and c.contype = 'p'
        cross join unnest(c.conkey) with ordinality as k(column_number, place)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.column_number
        where t.relkind = 'r' group by t.oid, t.relname order by t.relname`,
  );
  const references = await rowsOf<{ from: string; to: string }>(
    db,
    sql`select f.relname as from, t.relname as to from pg_constraint c
        join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
  );
  const waiting = keys.filter(({ name }) => !leftOut.includes(name));
  const ordered: KeptTable[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(({ name }) =>
      references.every(
        ({ from, to }) =>
          from !== name || to === name || !waiting.some((other) => other.name === to),
      ),
    );
    if (free < 0) throw new Error('tables refer to each other in a ring');
    ordered.push(...waiting.splice(free, 1));
  }
  return ordered;
}

/** Names of columns, as a statement lists them. */
export function listed(columns: readonly string[]): SQL {
  return sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
}

/** How far each counter of ours has come; those that gave no number yet are not named. */
export async function readSequences(db: Database): Promise<Record<string, string>> {
  const rows = await rowsOf<{ name: string; last: string }>(
    db,
    sql`select sequencename as name, last_value::text as last from pg_sequences
        where schemaname = 'public' and last_value is not null order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
