import { sql } from 'drizzle-orm/sql';
import { bigint, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Weeks of an account that a person looked at; what was undone stays as a row. */
export const weeklyReviews = pgTable(
  'weekly_reviews',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The source and account that it is about: the chain of its scans. */
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    /** ISO 8601: `2026-W46`. */
    week: text('week').notNull(),
    /** IANA time zone by whose clock the week began and ended for the reviewer. */
    zone: text('zone').notNull(),
    /** The last complete scan of the week as the reviewer saw it. */
    scanId: text('scan_id').notNull(),
    note: text('note'),
    /** User id; the name beside it is the one of that day. */
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    uniqueIndex('weekly_reviews_of_week')
      .on(table.chain, table.week)
      .where(sql`${table.undoneAt} is null`),
  ],
);
