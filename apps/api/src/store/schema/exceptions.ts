import { boolean, date, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/**
 * Risks that people accepted. A trigger refuses to remove a row, and to change more than who approved and who
 * ended it, each once: what a report said while one held can always be told.
 */
export const exceptions = pgTable(
  'exceptions',
  {
    id: text('id').primaryKey(),
    /** The source and account that it is about: the chain of its scans. */
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    check: text('check').notNull(),
    /** Region codes and `global`; null is every Region. */
    regions: jsonb('regions').$type<string[]>(),
    /** ARN or id; null is every resource. */
    resource: text('resource'),
    reason: text('reason').notNull(),
    /** Whose risk it is: a name. */
    owner: text('owner').notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    zone: text('zone').notNull(),
    /** The first instant at which it holds no more. */
    until: instant('until').notNull(),
    /** True where somebody else has to approve it. */
    secondPerson: boolean('second_person').notNull(),
    extends: text('extends'),
    /** User ids; the names beside them are those of that day. */
    requestedById: text('requested_by_id').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    requestedAt: instant('requested_at').notNull(),
    approvedById: text('approved_by_id'),
    approvedByName: text('approved_by_name'),
    approvedAt: instant('approved_at'),
    revokedById: text('revoked_by_id'),
    revokedByName: text('revoked_by_name'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('exceptions_of_chain').on(table.chain, table.check)],
);
