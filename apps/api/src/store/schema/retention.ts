import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Periods whose evidence and reports are not pruned, whatever the retention says. */
export const holds = pgTable('holds', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** 12 digits; null is every account. */
  account: text('account'),
  /** By the end of a scan; `until` null is without an end. */
  from: instant('from').notNull(),
  until: instant('until'),
  reason: text('reason').notNull(),
  setAt: instant('set_at').notNull(),
  /** User id; the name beside it is the one of that day. */
  setBy: text('set_by').notNull(),
  setByName: text('set_by_name').notNull(),
  releasedAt: instant('released_at'),
});
