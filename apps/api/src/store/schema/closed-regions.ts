import { sql } from 'drizzle-orm/sql';
import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/**
 * Regions that an owner confirmed as closed by an SCP. A trigger refuses to remove a row, and to change more
 * than how it ended, once: what a report left out can always be told.
 */
export const closedRegions = pgTable(
  'closed_regions',
  {
    id: text('id').primaryKey(),
    /** The source and account that it is about: the chain of its scans. */
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    region: text('region').notNull(),
    reason: text('reason').notNull(),
    /** The scan that proved it. */
    scanId: text('scan_id').notNull(),
    /** User ids; the names beside them are those of that day. */
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    endedAt: instant('ended_at'),
    /** Null where a scan ended it. */
    endedById: text('ended_by_id'),
    endedByName: text('ended_by_name'),
    /** The scan in which a call there was answered; null where a person ended it. */
    endedByScan: text('ended_by_scan'),
  },
  (table) => [
    index('closed_regions_of_chain').on(table.chain, table.at),
    uniqueIndex('closed_regions_held')
      .on(table.chain, table.region)
      .where(sql`${table.endedAt} is null`),
  ],
);
