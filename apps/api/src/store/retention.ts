import { retentionSchema, type Retention } from '@ippo/contracts';
import {
  and,
  asc,
  count,
  eq,
  exists,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  not,
  or,
  sql,
} from 'drizzle-orm/sql';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';
import { holds } from './schema/retention.ts';
import { evidence, reports, scans } from './schema/scans.ts';
import { readSetting } from './settings.ts';
import { sweepFacts } from './sweep-facts.ts';

const dayMs = 24 * 60 * 60 * 1_000;
/** A transaction holds up the embedded database's one connection. */
const scansAtOnce = 20;

/** For how long evidence and reports stay: for good until an owner says otherwise. */
export async function readRetention(db: Database): Promise<Retention> {
  return retentionSchema.catch({ days: null }).parse(await readSetting(db, 'retention'));
}

/** How many scans a retention would prune now. */
export async function countPrunable(db: Database, { days }: Retention, now: Date): Promise<number> {
  if (days === null) return 0;
  const [row] = await db
    .select({ scans: count() })
    .from(scans)
    .where(prunable(db, days, now));
  return row?.scans ?? 0;
}

/**
 * Takes away the evidence and reports of scans that are older than the retention and not held, then the facts
 * that nothing names any more. May be killed at any moment. Returns how many scans were pruned.
 */
export async function prune(
  db: Database,
  { days }: Retention,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  if (days === null) return 0;
  let pruned = 0;
  for (;;) {
    const some = signal?.aborted ? 0 : await pruneSome(db, days, now);
    pruned += some;
    if (some < scansAtOnce) break;
  }
  // Also where nothing was pruned now: an earlier run may have been killed before its sweep.
  if (!signal?.aborted) await db.transaction(sweepFacts);
  return pruned;
}

async function pruneSome(db: Database, days: number, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const old = await tx
      .select({ id: scans.id })
      .from(scans)
      .where(prunable(tx, days, now))
      .orderBy(asc(scans.number))
      .limit(scansAtOnce)
      .for('update');
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.execute(sql`set local ippo.erasing = 'on'`);
    await tx.delete(reports).where(inArray(reports.scanId, ids));
    await tx.delete(evidence).where(inArray(evidence.scanId, ids));
    await tx.update(scans).set({ prunedAt: now }).where(inArray(scans.id, ids));
    return ids.length;
  });
}

// The newest complete scan of a chain is what its pages show, however old it is.
function prunable(db: Database, days: number, now: Date) {
  const newer = alias(scans, 'newer');
  return and(
    isNull(scans.prunedAt),
    lt(scans.finishedAt, new Date(now.getTime() - days * dayMs)),
    or(
      not(eq(scans.status, 'complete')),
      exists(
        db
          .select({ id: newer.id })
          .from(newer)
          .where(
            and(
              eq(newer.chain, scans.chain),
              eq(newer.status, 'complete'),
              sql`${newer.number} > ${scans.number}`,
            ),
          ),
      ),
    ),
    not(
      exists(
        db
          .select({ id: holds.id })
          .from(holds)
          .where(
            and(
              isNull(holds.releasedAt),
              or(isNull(holds.account), eq(holds.account, scans.account)),
              lte(holds.from, scans.finishedAt),
              or(isNull(holds.until), gte(holds.until, scans.finishedAt)),
            ),
          ),
      ),
    ),
  );
}
