import type { Schedule } from '@ippo/contracts';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';

/** What a job is given. */
export type JobContext = {
  config: Config;
  db: Database;
  now(): Date;
  log: Logger;
  /** Aborts when this process ends or another one took the job over: stop soon, leave nothing half-done. */
  signal: AbortSignal;
};

/** Work of this install itself that returns. */
export type Job = {
  /** Never changes: what is known of earlier runs is kept by it. */
  name: string;
  /** By a zone's wall clock; what a downtime missed is done once when it is over. */
  when: Exclude<Schedule, { kind: 'off' }>;
  /** May be killed at any moment and is then run again. What it throws is kept as its last problem. */
  run(context: JobContext): Promise<void>;
};

/** A periodic job is one file that calls this, and a line in `jobs.ts`. */
export function defineJob(job: Job): Job {
  return job;
}
