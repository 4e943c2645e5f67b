import { DomainError, weekBounds, type WeekReview } from '@ippo/contracts';
import { recordInAuditLog } from '../audit.ts';
import type { Database } from '../database.ts';
import { lockChain } from '../scans.ts';
import { weekStateOf } from './past-weeks.ts';
import type { WeekAsked } from './read-week.ts';
import { keepReview, undoReview } from './reviews.ts';
import { readWeekScans } from './week-ends.ts';

type Account = { chain: string; account: string };

/**
 * Keeps that a person looked at a week. Throws DomainError `week-without-scan`, `week-over` or
 * `week-reviewed`.
 */
export async function reviewWeek(
  db: Database,
  { chain, account }: Account,
  { week, zone, now: at }: WeekAsked,
  { by, note }: { by: { id: string; name: string }; note: string | undefined },
): Promise<WeekReview> {
  const bounds = weekBounds(week, zone);
  const until = new Date(bounds.until);
  return db.transaction(async (tx) => {
    await lockChain(tx, chain);
    const { now } = await readWeekScans(tx, chain, { from: new Date(bounds.from), until });
    if (!now) throw new DomainError('week-without-scan');
    const state = weekStateOf({ scanned: true, reviewed: false, until, now: at });
    if (state === 'missed') throw new DomainError('week-over');
    const review = await keepReview(tx, {
      ...{ chain, account, week, zone, at, scanId: now.scanId },
      ...{ note: note || null, byId: by.id, byName: by.name },
    });
    const detail = { account, week, scan: now.scanId };
    await recordInAuditLog(tx, {
      ...{ at, actor: by.id, action: 'week.reviewed', subject: week, detail },
    });
    return review;
  });
}

/** Takes the review of a week back. Throws DomainError `review-not-undone`. */
export async function undoWeekReview(
  db: Database,
  { chain, account }: Account,
  { week, at }: { week: string; at: Date },
  by: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await undoReview(tx, { chain, week }, at);
    await recordInAuditLog(tx, {
      ...{ at, actor: by, action: 'week.review-undone', subject: week },
      detail: { account, week },
    });
  });
}
