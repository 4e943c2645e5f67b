import type { KeyScope, Role } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { users } from './people.ts';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

function userId() {
  return text('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
}

/** Invitations by link; only the SHA-256 (hex) of the link's token is kept. */
export const invites = pgTable(
  'invites',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull().unique(),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    accounts: jsonb('accounts').$type<string[]>(),
    accessUntil: instant('access_until'),
    createdAt: instant('created_at').notNull(),
    /** User id. */
    createdBy: text('created_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('invites_open')
      .on(table.email)
      .where(sql`${table.usedAt} is null and ${table.revokedAt} is null`),
  ],
);

/** Links to set a new password, by SHA-256 (hex) only. */
export const passwordResets = pgTable(
  'password_resets',
  {
    hash: text('hash').primaryKey(),
    userId: userId(),
    createdAt: instant('created_at').notNull(),
    /** User id; null for the command line. */
    createdBy: text('created_by'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [index('password_resets_user').on(table.userId)],
);

/** Authenticator apps; better-auth's `twoFactor`. Secret and codes are encrypted with the session secret. */
export const secondFactors = pgTable('second_factors', {
  id: text('id').primaryKey(),
  userId: userId().unique(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified').notNull().default(false),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: instant('locked_until'),
});

/** Public keys to sign in with. */
export const passkeys = pgTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text('id').primaryKey(),
    userId: userId(),
    name: text('name').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull(),
    /** The host name that it was made for; it works at no other. */
    host: text('host').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
);

/** Challenges that a passkey has yet to sign, by SHA-256 (hex); without a person they are for sign-in. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  hash: text('hash').primaryKey(),
  userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
  expiresAt: instant('expires_at').notNull(),
});

/** Personal API keys, by SHA-256 (hex) only. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique(),
    /** The last four characters, to tell keys apart by. */
    ending: text('ending').notNull(),
    scope: text('scope').$type<KeyScope>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('api_keys_user').on(table.userId)],
);

/** Failed tries at a password, by SHA-256 (hex) of whom they were for; codes that were used, by theirs. */
export const tries = pgTable('tries', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  until: instant('until').notNull(),
});
