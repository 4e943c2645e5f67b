import type { ProblemCode, Schedule } from '@ippo/contracts';
import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

function instant(name: string) {
  return timestamp(name, { withTimezone: true });
}

/** When a connection is scanned by itself; one without a row never is. */
export const schedules = pgTable(
  'schedules',
  {
    /** A connection's id. */
    target: text('target').primaryKey(),
    /** As the owner set it. */
    schedule: jsonb('schedule').$type<Schedule>().notNull(),
    /** Null while it is off. */
    nextRunAt: instant('next_run_at'),
    lastRunAt: instant('last_run_at'),
    /** The scan of the last run; null where it could not start. */
    lastScan: text('last_scan'),
    /** Why the last run did not start a scan. */
    lastProblem: text('last_problem').$type<ProblemCode>(),
    setAt: instant('set_at').notNull(),
    /** User id. */
    setBy: text('set_by').notNull(),
  },
  (table) => [index('schedules_next').on(table.nextRunAt)],
);

/** Work of this install itself that returns, by its name; one process at a time does it. */
export const periodicJobs = pgTable('periodic_jobs', {
  name: text('name').primaryKey(),
  nextRunAt: instant('next_run_at').notNull(),
  worker: text('worker'),
  /** Until when nobody else may take it over (the database's clock); null while it rests. */
  leaseUntil: instant('lease_until'),
  lastStartedAt: instant('last_started_at'),
  lastEndedAt: instant('last_ended_at'),
  /** What the last run failed with; null where it went well. */
  lastProblem: text('last_problem'),
});
