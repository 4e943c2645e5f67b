import { nextTime } from '../scan/schedule-times.ts';
import { repeat } from '../scan/repeat.ts';
import {
  addPeriodicJob,
  releasePeriodicJobs,
  renewPeriodicJob,
  settlePeriodicJob,
  takePeriodicJob,
} from '../store/periodic-jobs.ts';
import type { Job, JobContext } from './define-job.ts';

/** What all jobs of this process share; `worker` is its own name. */
export type JobWork = Omit<JobContext, 'signal'> & { worker: string };

const lookEveryMs = 5_000;
const renewEveryMs = 2_000;

/** Does periodic jobs in this process, each in one process at a time. */
export async function openPeriodicJobs(
  jobs: readonly Job[],
  work: JobWork,
  { alone }: { alone: boolean },
): Promise<{ close(): Promise<void> }> {
  const stop = new AbortController();
  if (alone) await releasePeriodicJobs(work.db);
  for (const job of jobs) {
    const first = nextTime(job.when, work.now());
    if (first === null) throw new Error(`the job ${job.name} has no time`);
    await addPeriodicJob(work.db, job.name, first);
  }
  const end = repeat(lookEveryMs, 'doing due jobs', look, work.log);

  async function look(): Promise<void> {
    for (const job of jobs) if (!stop.signal.aborted) await doIfDue(job, work, stop.signal);
  }

  return {
    async close() {
      stop.abort();
      await end();
    },
  };
}

/** Does a job whose time has come; whether it did. */
export async function doIfDue(job: Job, work: JobWork, stop: AbortSignal): Promise<boolean> {
  const { db, worker, now, log } = work;
  if (!(await takePeriodicJob(db, job.name, worker, now()))) return false;
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  const endRenewing = repeat(renewEveryMs, 'keeping a job', renew, log);
  let problem: string | null = null;

  async function renew(): Promise<void> {
    if (!(await renewPeriodicJob(db, job.name, worker))) lost.abort();
  }

  try {
    await job.run({ ...work, signal });
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
    if (!signal.aborted) log.error({ err: error, job: job.name }, 'a job failed');
  } finally {
    await endRenewing();
  }
  const at = now();
  const nextRunAt = nextTime(job.when, at) ?? at;
  // Cut off by the end of this process, it is still due.
  const cutOff = problem !== null && signal.aborted;
  await settlePeriodicJob(db, job.name, worker, cutOff ? null : { at, problem, nextRunAt });
  return true;
}
