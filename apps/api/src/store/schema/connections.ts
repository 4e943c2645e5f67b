import type { ProblemCode } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import { bigint, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Which AWS accounts are read, and how; `aws` is this machine's credentials, `demo` the simulated one. */
export const connections = pgTable(
  'connections',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<'machine' | 'demo' | 'role'>().notNull(),
    /** Empty for `aws` and `demo` until somebody names them. */
    name: text('name').notNull(),
    /** 12 digits: the role's own, else what AWS said last; null until then. */
    account: text('account'),
    roleArn: text('role_arn'),
    /** Made by us, shown before the role exists; not a secret. */
    externalId: text('external_id'),
    /** `new` until a test went well. */
    status: text('status').$type<'new' | 'active' | 'paused' | 'removed'>().notNull(),
    /** Who AWS says that we are there, when it was tested last. */
    callerArn: text('caller_arn'),
    testedAt: instant('tested_at'),
    /** What the last test failed with; null where it went well. */
    problem: text('problem').$type<ProblemCode>(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    uniqueIndex('connections_one_role_an_account')
      .on(table.account)
      .where(sql`${table.kind} = 'role' and ${table.status} <> 'removed'`),
  ],
);

/** What the owner set, one row for each change; the newest of a name holds. */
export const settingChanges = pgTable('setting_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  name: text('name').notNull(),
  value: jsonb('value').notNull(),
  at: instant('at').notNull(),
  /** User id. */
  by: text('by').notNull(),
});
