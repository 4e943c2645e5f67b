import type {
  Change,
  Outcome,
  RegionState,
  ScanReport,
  Severity,
  Standing,
  StepState,
} from '@ippo/contracts';
import type { LastingFinding } from '@ippo/checks';
import { sql } from 'drizzle-orm/sql';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { scans } from './scans.ts';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** Findings as runs of complete scans of a chain in which they stayed the same (design.md §7). */
export const findingSpans = pgTable(
  'finding_spans',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    fingerprint: text('fingerprint').notNull(),
    check: text('check').notNull(),
    /** Shown severity by rank: 0 is critical, 3 is low. */
    severity: smallint('severity').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    blocked: boolean('blocked').notNull(),
    /** Region code, or `global`. */
    region: text('region').notNull(),
    /** Empty where the check judges the account or a region itself. */
    resource: text('resource').notNull(),
    finding: jsonb('finding').$type<LastingFinding>().notNull(),
    /** Digest of all but the place that it is about: equal findings of a chain are one line by it. */
    alike: text('alike')
      .notNull()
      .generatedAlwaysAs(
        sql`md5("check" || ' ' || outcome || ' ' || blocked::text || ' ' || severity::text || ' '
          || (finding #>> '{reason,code}') || ' ' || ((finding #> '{reason,params}')
          - case when finding #>> '{reason,params,region}' = region then 'region' else '' end
          - case when finding #>> '{reason,params,user}' = finding ->> 'facet' then 'user' else '' end)::text)`,
      ),
    /** Place in its chain of the scan that it begins with. */
    fromPosition: integer('from_position').notNull(),
    /** Of the complete scan in which it no longer was so; null while it lasts. */
    closedBy: integer('closed_by'),
    /** Set where no other span of the finding follows. */
    gone: text('gone').$type<'gone' | 'check-removed'>(),
    change: text('change').$type<Change>().notNull(),
    since: instant('since').notNull(),
    firstSeen: instant('first_seen').notNull(),
    known: text('known').$type<Outcome>(),
    failedBefore: boolean('failed_before').notNull(),
  },
  (table) => [
    uniqueIndex('finding_spans_of_finding').on(table.chain, table.fingerprint, table.fromPosition),
    index('finding_spans_open')
      .on(table.chain, table.severity, table.id)
      .where(sql`${table.closedBy} is null`),
    index('finding_spans_open_of_check')
      .on(table.chain, table.check)
      .where(sql`${table.closedBy} is null`),
    index('finding_spans_open_alike')
      .on(table.chain, table.alike)
      .where(sql`${table.closedBy} is null`),
    index('finding_spans_began').on(table.chain, table.fromPosition),
    index('finding_spans_ended')
      .on(table.chain, table.closedBy)
      .where(sql`${table.closedBy} is not null`),
  ],
);

/** A check's place in one scan's score: what a trend needs to compare scans of different catalogues. */
export type CheckStanding = {
  standing: Standing;
  outcome: Outcome;
  severity: Severity;
  weight: number;
  blocked?: true;
};

/** How many enabled Regions there are, and the state of each that could not be read. */
export type RegionsSeen = { total: number; unread: Record<string, RegionState> };

/** One complete scan in a few figures, from its newest judgement. */
export const scanSummaries = pgTable(
  'scan_summaries',
  {
    scanId: text('scan_id')
      .primaryKey()
      .references(() => scans.id),
    chain: text('chain').notNull(),
    account: text('account').notNull(),
    /** Place in its chain. */
    position: integer('position').notNull(),
    /** When the reading ended, by the evidence. */
    at: instant('at').notNull(),
    /** The judgement that it tells: `number` of its report. */
    judgement: bigint('judgement', { mode: 'number' }).notNull(),
    score: integer('score'),
    /** The proven score before halving; null without a figure, and where an earlier version noted none. */
    scoreBefore: integer('score_before'),
    scoreFrom: integer('score_from').notNull(),
    scoreUpTo: integer('score_up_to').notNull(),
    readShare: real('read_share').notNull(),
    stepsDone: integer('steps_done').notNull(),
    stepsUnknown: integer('steps_unknown').notNull(),
    steps: jsonb('steps').$type<Record<string, StepState>>().notNull(),
    /** Findings by outcome, fails by severity too (`fail.critical`), and `blocked`. */
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
    coverage: jsonb('coverage').$type<ScanReport['coverage']>().notNull(),
    standings: jsonb('standings').$type<Record<string, CheckStanding>>().notNull(),
    /** Regions in scope, and those of them that gave no answer; null where an earlier version noted none. */
    regions: jsonb('regions').$type<RegionsSeen>(),
    /** How many findings went which way since the complete scan before. */
    changes: jsonb('changes').$type<Partial<Record<Change, number>>>().notNull(),
    engineVersion: text('engine_version').notNull(),
    catalogueDigest: text('catalogue_digest').notNull(),
    scoreModel: text('score_model').notNull(),
    /** SHA-256 (hex) of the owner's thresholds and confirmed regions; null where nobody noted them. */
    settingsDigest: text('settings_digest'),
  },
  (table) => [uniqueIndex('scan_summaries_of_chain').on(table.chain, table.position)],
);
