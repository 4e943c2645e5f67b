import type { ProblemCode, Schedule } from '@ippo/contracts';
import { eq, inArray, lte } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { schedules } from './schema/schedules.ts';

export type StoredSchedule = typeof schedules.$inferSelect;

/** When a connection is scanned by itself; null where nobody ever said. */
export async function readSchedule(db: Database, target: string): Promise<StoredSchedule | null> {
  const [row] = await db.select().from(schedules).where(eq(schedules.target, target));
  return row ?? null;
}

/** The schedules of some connections. */
export async function listSchedules(
  db: Database,
  targets: readonly string[],
): Promise<StoredSchedule[]> {
  if (targets.length === 0) return [];
  return db
    .select()
    .from(schedules)
    .where(inArray(schedules.target, [...targets]));
}

/** Sets when a connection is scanned by itself; what it did before stays known. */
export async function keepSchedule(
  db: Database,
  set: { target: string; schedule: Schedule; nextRunAt: Date | null; setAt: Date; setBy: string },
): Promise<void> {
  await db.insert(schedules).values(set).onConflictDoUpdate({ target: schedules.target, set });
}

/** One schedule whose time has come, held until the transaction ends; null where none is left. */
export async function takeDueSchedule(tx: Database, now: Date): Promise<StoredSchedule | null> {
  const [row] = await tx
    .select()
    .from(schedules)
    .where(lte(schedules.nextRunAt, now))
    .orderBy(schedules.nextRunAt)
    .limit(1)
    .for('update', { skipLocked: true });
  return row ?? null;
}

/** Notes that a schedule ran, what came of it, and when it runs next. */
export async function noteScheduleRun(
  tx: Database,
  target: string,
  run: {
    lastRunAt: Date;
    lastScan: string | null;
    lastProblem: ProblemCode | null;
    nextRunAt: Date | null;
  },
): Promise<void> {
  await tx.update(schedules).set(run).where(eq(schedules.target, target));
}
