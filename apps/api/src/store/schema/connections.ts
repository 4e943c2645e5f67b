import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Which AWS accounts are read, and how; `aws` is this machine's credentials, `demo` the simulated one. */
export const connections = pgTable('connections', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'machine' | 'demo' | 'role'>().notNull(),
  name: text('name').notNull(),
  /** 12 digits; null until AWS said so. */
  account: text('account'),
  roleArn: text('role_arn'),
  /** Made by us, shown before the role exists; not a secret. */
  externalId: text('external_id'),
  status: text('status').$type<'new' | 'active' | 'paused' | 'removed'>().notNull(),
  /** Who AWS says that we are there, when it was tested last. */
  callerArn: text('caller_arn'),
  testedAt: instant('tested_at'),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by'),
  removedAt: instant('removed_at'),
});

/** What the owner set, one row for each change; the newest of a name holds. */
export const settingChanges = pgTable('setting_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  value: jsonb('value').notNull(),
  at: instant('at').notNull(),
  /** User id. */
  by: text('by').notNull(),
});
