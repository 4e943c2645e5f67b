import { and, eq, isNull, lt, lte, or, sql } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { leaseOver, newLease } from './scan-leases.ts';
import { periodicJobs } from './schema/schedules.ts';

export type StoredJob = typeof periodicJobs.$inferSelect;

/** Makes a job known; one that is known keeps its time. */
export async function addPeriodicJob(db: Database, name: string, nextRunAt: Date): Promise<void> {
  await db.insert(periodicJobs).values({ name, nextRunAt }).onConflictDoNothing();
}

/** Takes a job whose time has come; false where it has not, or where a living process does it. */
export async function takePeriodicJob(
  db: Database,
  name: string,
  worker: string,
  now: Date,
): Promise<boolean> {
  const taken = await db
    .update(periodicJobs)
    .set({ worker, leaseUntil: newLease, lastStartedAt: now })
    .where(
      and(
        eq(periodicJobs.name, name),
        lte(periodicJobs.nextRunAt, now),
        or(isNull(periodicJobs.leaseUntil), lt(periodicJobs.leaseUntil, leaseOver)),
      ),
    )
    .returning({ name: periodicJobs.name });
  return taken.length > 0;
}

/** Keeps a job for its process; false where another one took it over. */
export async function renewPeriodicJob(
  db: Database,
  name: string,
  worker: string,
): Promise<boolean> {
  const renewed = await db
    .update(periodicJobs)
    .set({ leaseUntil: newLease })
    .where(heldBy(name, worker))
    .returning({ name: periodicJobs.name });
  return renewed.length > 0;
}

/** Gives a job back: done until its next time, or (`null`) cut off, so that it is due at once. */
export async function settlePeriodicJob(
  db: Database,
  name: string,
  worker: string,
  end: { at: Date; problem: string | null; nextRunAt: Date } | null,
): Promise<void> {
  const rest = end && { lastEndedAt: end.at, lastProblem: end.problem, nextRunAt: end.nextRunAt };
  await db
    .update(periodicJobs)
    .set({ leaseUntil: null, ...rest })
    .where(heldBy(name, worker));
}

/** Frees what killed processes held: only for a process that has the database to itself. */
export async function releasePeriodicJobs(db: Database): Promise<void> {
  await db.update(periodicJobs).set({ leaseUntil: null });
}

/** Every job with how its last run went. */
export async function listPeriodicJobs(db: Database): Promise<StoredJob[]> {
  return db.select().from(periodicJobs).orderBy(periodicJobs.name);
}

function heldBy(name: string, worker: string) {
  return and(
    eq(periodicJobs.name, name),
    eq(periodicJobs.worker, worker),
    sql`${periodicJobs.leaseUntil} is not null`,
  );
}
