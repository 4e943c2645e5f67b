import type {
  Attestation,
  ProblemCode,
  ScanProgress,
  ScanStatus,
  ScanTarget,
  Source,
} from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Numbers the changes of all scans, for streams that go on where they broke off. */
export const scanChanges = pgSequence('scan_changes');

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Every scan ever started; `chain…` and `link` are set when it ends. */
export const scans = pgTable(
  'scans',
  {
    id: text('id').primaryKey(),
    number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity(),
    target: text('target').$type<ScanTarget>().notNull(),
    status: text('status').$type<ScanStatus>().notNull(),
    source: jsonb('source').$type<Source>(),
    account: text('account'),
    /** The organization that this scan's evidence names; null where none or unread. */
    organization: text('organization'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    startedBy: text('started_by'),
    /** What began it: a person, a schedule, or the scan of a process that ended (`restartOf`). */
    trigger: text('trigger').$type<'person' | 'schedule' | 'restart'>().notNull().default('person'),
    problem: text('problem').$type<ProblemCode>(),
    progress: jsonb('progress').$type<ScanProgress>(),
    /** The interrupted scan that this one was started for. */
    restartOf: text('restart_of'),
    /** The process that runs it, and until when nobody else may take it over (the database's clock). */
    worker: text('worker'),
    leaseUntil: instant('lease_until'),
    cancelRequestedAt: instant('cancel_requested_at'),
    /** Higher at each change that a page shows; a trigger sets it. */
    changed: bigint('changed', { mode: 'number' })
      .notNull()
      .default(sql`nextval('scan_changes')`),
    evidenceDigest: text('evidence_digest'),
    /** When retention took its evidence and reports away; its place in the chain and its figures stay. */
    prunedAt: instant('pruned_at'),
    /** Whose chain: source and account. */
    chain: text('chain'),
    chainPosition: integer('chain_position'),
    /** `link` of the scan before it in its chain. */
    previousLink: text('previous_link'),
    link: text('link'),
  },
  (table) => [
    uniqueIndex('scans_one_at_a_time')
      .on(table.target)
      .where(sql`${table.status} in ('waiting', 'running')`),
    uniqueIndex('scans_chain').on(table.chain, table.chainPosition),
    index('scans_newest').on(table.number.desc()),
    index('scans_changed').on(table.changed),
  ],
);

/** Stable parts of evidence, by SHA-256 (hex) of their canonical JSON. */
export const facts = pgTable('facts', {
  digest: text('digest').primaryKey(),
  body: text('body').notNull(),
});

/** One scan's evidence: the fact that names all its facts, and what belongs to this scan alone. */
export const evidence = pgTable('evidence', {
  scanId: text('scan_id')
    .primaryKey()
    .references(() => scans.id),
  digest: text('digest').notNull(),
  manifest: text('manifest')
    .notNull()
    .references(() => facts.digest),
  /** As `packedJson` makes it. */
  moments: bytes('moments').notNull(),
  /** As `packedJson` makes it. */
  provenance: bytes('provenance').notNull(),
});

/**
 * Judgements; the newest of a scan is shown. A trigger refuses to change or remove one. Older ones are
 * whole (`body`); later ones are parts: facts under `manifest`, and what is the scan's own.
 */
export const reports = pgTable(
  'reports',
  {
    number: bigint('number', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    scanId: text('scan_id')
      .notNull()
      .references(() => scans.id),
    /** Also the time as of which people's answers counted. */
    judgedAt: instant('judged_at').notNull(),
    /** Canonical JSON. */
    body: text('body'),
    manifest: text('manifest').references(() => facts.digest),
    /** As `packedJson` makes it. */
    moments: bytes('moments'),
    /** SHA-256 (hex) of the whole report's canonical JSON. */
    digest: text('digest'),
    /** The fact that tells the scope it was judged with; null in rows from before it was noted. */
    scope: text('scope').references(() => facts.digest),
  },
  (table) => [index('reports_of_scan').on(table.scanId, table.number.desc())],
);

/** What people answered to questions of checks; a trigger refuses to change or remove a row. */
export const attestations = pgTable(
  'attestations',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The source and account that it is about: the chain of its scans. */
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    /** The scan whose result the person had before them. */
    scanId: text('scan_id')
      .notNull()
      .references(() => scans.id),
    check: text('check').notNull(),
    question: text('question').notNull(),
    answer: text('answer').$type<Attestation['answer']>().notNull(),
    note: text('note'),
    /** User id; the name beside it is the one of that day. */
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [index('attestations_of_chain').on(table.chain, table.at)],
);
