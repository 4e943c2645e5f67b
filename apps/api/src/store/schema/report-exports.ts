import type { Language, Source } from '@ippo/contracts';
import { bigint, boolean, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Reports that were made, with the digest of each file; a trigger refuses to change or remove a row. */
export const reportExports = pgTable(
  'report_exports',
  {
    number: bigint('number', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text('id').notNull().unique(),
    at: instant('at').notNull(),
    /** User id, or null for the command line; the name beside it is the one of that day. */
    byId: text('by_id'),
    byName: text('by_name').notNull(),
    /** The source and account that it is about: the chain of its scans. */
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    source: text('source').$type<Source['kind']>().notNull(),
    /** The scan that it assesses. */
    scanId: text('scan_id').notNull(),
    /** From inclusive, to exclusive; both null where one scan is the whole scope. */
    periodFrom: instant('period_from'),
    periodTo: instant('period_to'),
    format: text('format').notNull(),
    language: text('language').$type<Language>().notNull(),
    redacted: boolean('redacted').notNull(),
    fileName: text('file_name').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    /** Hexadecimal. */
    sha256: text('sha256').notNull(),
    /** How long it took to make. */
    milliseconds: integer('milliseconds').notNull(),
  },
  (table) => [
    index('report_exports_of_chain').on(table.chain, table.format, table.number.desc()),
    index('report_exports_sha256').on(table.sha256),
  ],
);
