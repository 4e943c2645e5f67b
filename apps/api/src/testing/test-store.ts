import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm/sql';
import pg from 'pg';
import type { Store } from '../store/database.ts';
import { openPostgresStore } from '../store/postgres-store.ts';
import { makeQueueTables, openMemoryStore, schemaDigest } from './memory-store.ts';

/** A PostgreSQL server whose databases the tests may make; without it they use PGlite. */
export const postgresUrl = process.env['IPPO_TEST_POSTGRES'] ?? null;
/** Any fixed number: makes one process at a time make the template. */
const templateLock = 5_470_002;

/** An empty database with all tables, of its own: in memory, or on the server where one is named. */
export function openTestStore(): Promise<Store> {
  return postgresUrl === null ? openMemoryStore() : openServerStore(postgresUrl);
}

/** Empties every table that lets itself be emptied, and the queue. */
export async function emptyStore({ db }: Store): Promise<void> {
  await db.execute(sql`
    do $$ declare tables text; begin
      select string_agg(format('%I', c.relname), ', ') into tables
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not like 'audit%'
        -- 32: a trigger of TRUNCATE, which refuses it
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgtype & 32 > 0);
      execute 'truncate ' || tables || ' cascade';
      delete from pgboss.job;
    end $$`);
}

/** A database of the tests' server: its address, and what ends every connection to it, or drops it. */
export type TestDatabase = { url: string; endConnections(): Promise<void>; drop(): Promise<void> };

/** A new database on the tests' server. */
export async function makeTestDatabase(server: string): Promise<TestDatabase> {
  const name = `ippo_${randomUUID().replaceAll('-', '')}`;
  const template = `ippo_template_${schemaDigest()}`;
  const url = databaseUrl(server, name);
  await asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await admin.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) await makeServerTemplate(admin, server, template);
    await admin.query(`create database ${name} template ${template}`);
  });
  const endConnections = () =>
    asAdmin(server, async (admin) => {
      const open = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
      await admin.query(open, [name]);
    });
  const drop = () =>
    asAdmin(
      server,
      async (admin) => void (await admin.query(`drop database ${name} with (force)`)),
    );
  return { url, endConnections, drop };
}

async function openServerStore(server: string): Promise<Store> {
  const { url, drop } = await makeTestDatabase(server);
  const store = await openPostgresStore(url);
  return {
    ...store,
    async close() {
      await store.close();
      await drop();
    },
  };
}

async function makeServerTemplate(
  admin: pg.Client,
  server: string,
  template: string,
): Promise<void> {
  await admin.query(`create database ${template}`);
  const store = await openPostgresStore(databaseUrl(server, template));
  await makeQueueTables(store);
  await store.close();
}

async function asAdmin(server: string, act: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
