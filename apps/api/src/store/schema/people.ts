import { boolean, index, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** People who may sign in; better-auth's `user`. */
export const users = pgTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role').notNull(),
  /** The AWS accounts (12 digits) that the person may see; null is every one. */
  accounts: jsonb('accounts').$type<string[]>(),
  /** Until when the person may sign in; null is without an end. */
  accessUntil: instant('access_until'),
  /** True once a code of an authenticator app is asked for at sign-in. */
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  lastSignInAt: instant('last_sign_in_at'),
  /** IANA name of the zone that the pages tell times in; null is the browser's own. */
  timeZone: text('time_zone'),
  /** When the person was removed; the row stays, as the audit log and answers name it. */
  removedAt: instant('removed_at'),
  /** The address of a removed person; `email` no longer holds it, so that it can be invited again. */
  formerEmail: text('former_email'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Signed-in browsers; better-auth's `session`. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** When the person last gave the password again in this session. */
    confirmedAt: instant('confirmed_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** Ways to sign in (a password hash, later SSO); better-auth's `account`, renamed as ours is AWS's. */
export const signInMethods = pgTable(
  'sign_in_methods',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    index('sign_in_methods_user').on(table.userId),
    // Whom a provider calls by one name is one person.
    uniqueIndex('sign_in_methods_account').on(table.providerId, table.accountId),
  ],
);

/** better-auth's `verification`. */
export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

/** One-time setup tokens, by SHA-256 (hex) only. */
export const setupTokens = pgTable('setup_tokens', {
  hash: text('hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});
