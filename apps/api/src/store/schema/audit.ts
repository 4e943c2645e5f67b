import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** What people and this install did; a trigger refuses to change or remove a row. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** User id, or null for this install itself and for strangers. */
    actor: text('actor'),
    /** The person's name on that day, so that a removed one stays readable. */
    actorName: text('actor_name'),
    action: text('action').notNull(),
    subject: text('subject'),
    detail: jsonb('detail').$type<Record<string, string>>().notNull(),
    /** Place in the chain, from 1 without gaps; null, as both hashes, in rows older than the chain. */
    position: integer('position'),
    previousHash: text('previous_hash'),
    hash: text('hash'),
  },
  (table) => [
    // A second row after the same one would be a fork: the database refuses it whatever the program does.
    uniqueIndex('audit_log_position').on(table.position),
    uniqueIndex('audit_log_previous').on(table.previousHash),
    index('audit_log_at').on(table.at),
  ],
);
