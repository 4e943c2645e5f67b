import { sql } from 'drizzle-orm/sql';
import { pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/**
 * Public keys that evidence packs of this install were ever signed with. A trigger refuses to remove one, and
 * every change but that the key in use is retired, once.
 */
export const signingKeys = pgTable(
  'signing_keys',
  {
    /** SHA-256 (hex) of the key's SubjectPublicKeyInfo. */
    fingerprint: text('fingerprint').primaryKey(),
    /** SubjectPublicKeyInfo, PEM. */
    publicKey: text('public_key').notNull(),
    since: timestamp('since', { withTimezone: true }).notNull(),
    /** Null of the one key in use. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('signing_keys_one_in_use')
      .on(sql`(${table.retiredAt} is null)`)
      .where(sql`${table.retiredAt} is null`),
  ],
);
