import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Processes that run scans and other jobs; each says again and again that it lives. */
export const workers = pgTable('workers', {
  /** The process's own name. */
  name: text('name').primaryKey(),
  /** By the database's clock; after it the process counts as dead. */
  aliveUntil: timestamp('alive_until', { withTimezone: true }).notNull(),
});
