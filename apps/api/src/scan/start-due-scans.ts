import { DomainError, type ProblemCode } from '@ippo/contracts';
import { readScannable } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { noteScheduleRun, takeDueSchedule, type StoredSchedule } from '../store/schedules.ts';
import { addWaitingScan } from './add-waiting-scan.ts';
import { nextTime } from './schedule-times.ts';
import type { ScanQueue } from './scan-queue.ts';
import type { ScanWork } from './scan-work.ts';

type Run = { target: string; scan: string | null };

/**
 * Starts the scan of each schedule whose time has come: once after a downtime, however many times were
 * missed. Any number of processes may do this at the same time.
 */
export async function startDueScans(work: ScanWork, queue: ScanQueue): Promise<void> {
  for (let left = await startNext(work); left !== null; left = await startNext(work))
    // A scan that finds no place now waits: taking over gives it one.
    if (left.scan !== null) await queue.ensure(left.scan, left.target);
}

async function startNext({ db, now, log }: ScanWork): Promise<Run | null> {
  return db.transaction(async (tx) => {
    const at = now();
    const due = await takeDueSchedule(tx, at);
    if (!due) return null;
    const { target } = due;
    const { scan, problem, nextRunAt } = await start(tx, due, at);
    if (problem) log.warn({ target, problem }, 'a scheduled scan did not start');
    const run = { lastRunAt: at, lastScan: scan, lastProblem: problem, nextRunAt };
    await noteScheduleRun(tx, target, run);
    return { target, scan };
  });
}

async function start(
  tx: Database,
  { target, schedule }: StoredSchedule,
  at: Date,
): Promise<{ scan: string | null; problem: ProblemCode | null; nextRunAt: Date | null }> {
  // Null where its zone is not known any more: it then rests until somebody sets it anew.
  let nextRunAt: Date | null = null;
  try {
    nextRunAt = nextTime(schedule, at);
    await readScannable(tx, everyAccount, target);
    const beginning = { target, by: null, trigger: 'schedule', restartOf: null } as const;
    return { scan: await addWaitingScan(tx, beginning, at), problem: null, nextRunAt };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { scan: null, problem: error.code, nextRunAt };
  }
}
