import { DomainError, type WeekReview } from '@ippo/contracts';
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { weeklyReviews } from '../schema/weekly-reviews.ts';

type NewReview = Omit<typeof weeklyReviews.$inferInsert, 'undoneAt'>;
type StoredReview = typeof weeklyReviews.$inferSelect;

/** For so long a review can be taken back. */
const undoMs = 10 * 60_000;

/** Keeps that somebody reviewed a week. Throws DomainError `week-reviewed` where somebody did already. */
export async function keepReview(tx: Database, review: NewReview): Promise<WeekReview> {
  const [row] = await tx.insert(weeklyReviews).values(review).onConflictDoNothing().returning();
  if (!row) throw new DomainError('week-reviewed');
  return toReview(row);
}

/** Takes a review back, whose row stays. Throws DomainError `review-not-undone` where none is that young. */
export async function undoReview(
  tx: Database,
  { chain, week }: { chain: string; week: string },
  at: Date,
): Promise<void> {
  const undone = await tx
    .update(weeklyReviews)
    .set({ undoneAt: at })
    .where(
      and(
        ...[eq(weeklyReviews.chain, chain), eq(weeklyReviews.week, week)],
        ...[isNull(weeklyReviews.undoneAt), gt(weeklyReviews.at, new Date(at.getTime() - undoMs))],
      ),
    )
    .returning({ id: weeklyReviews.id });
  if (undone.length === 0) throw new DomainError('review-not-undone');
}

/** The reviews of some weeks of a chain, by week. */
export async function readReviews(
  db: Database,
  chain: string,
  weeks: readonly string[],
): Promise<ReadonlyMap<string, WeekReview>> {
  const rows = await db
    .select()
    .from(weeklyReviews)
    .where(
      and(
        ...[eq(weeklyReviews.chain, chain), inArray(weeklyReviews.week, [...weeks])],
        isNull(weeklyReviews.undoneAt),
      ),
    )
    .orderBy(desc(weeklyReviews.id));
  return new Map(rows.map((row) => [row.week, toReview(row)]));
}

function toReview({ byName, at, note }: StoredReview): WeekReview {
  const undoUntil = new Date(at.getTime() + undoMs).toISOString();
  return { by: byName, at: at.toISOString(), note, undoUntil };
}
