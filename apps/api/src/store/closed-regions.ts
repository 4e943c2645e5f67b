import type { ClosedRegion, Scope } from '@ippo/contracts';
import { and, desc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import { sourceKindOf } from './scans.ts';
import { closedRegions } from './schema/closed-regions.ts';

/** A confirmation to keep. */
export type NewClosedRegion = Omit<
  typeof closedRegions.$inferInsert,
  'endedAt' | 'endedById' | 'endedByName' | 'endedByScan'
>;
type Stored = typeof closedRegions.$inferSelect;

/** Keeps a confirmation; null where one of the same Region holds already. */
export async function keepClosedRegion(
  db: Database,
  confirmed: NewClosedRegion,
): Promise<ClosedRegion | null> {
  const [row] = await db.insert(closedRegions).values(confirmed).onConflictDoNothing().returning();
  return row ? toClosedRegion(row) : null;
}

/** A confirmation that holds, by its id, or null. */
export async function readHeldRegion(db: Database, id: string): Promise<Stored | null> {
  const [row] = await db
    .select()
    .from(closedRegions)
    .where(and(eq(closedRegions.id, id), isNull(closedRegions.endedAt)));
  return row ?? null;
}

/** Ends a confirmation; null where it had ended. */
export async function endClosedRegion(
  db: Database,
  id: string,
  by: { id: string; name: string },
  at: Date,
): Promise<ClosedRegion | null> {
  const [row] = await db
    .update(closedRegions)
    .set({ endedAt: at, endedById: by.id, endedByName: by.name })
    .where(and(eq(closedRegions.id, id), isNull(closedRegions.endedAt)))
    .returning();
  return row ? toClosedRegion(row) : null;
}

/** Ends what a scan's answers disprove: confirmations of Regions in which a call was answered. */
export async function endAnsweredRegions(
  db: Database,
  chain: string,
  answered: readonly string[],
  { scanId, at }: { scanId: string; at: Date },
): Promise<string[]> {
  if (answered.length === 0) return [];
  const rows = await db
    .update(closedRegions)
    .set({ endedAt: at, endedByScan: scanId })
    .where(
      and(
        eq(closedRegions.chain, chain),
        inArray(closedRegions.region, [...answered]),
        isNull(closedRegions.endedAt),
      ),
    )
    .returning({ region: closedRegions.region });
  return rows.map(({ region }) => region);
}

/** What held of an account of one source at a time, by name of the Region. */
export async function closedRegionsAt(
  db: Database,
  chain: string,
  at: Date,
): Promise<Scope['closedRegions']> {
  return db
    .select({ region: closedRegions.region, reason: closedRegions.reason })
    .from(closedRegions)
    .where(
      and(
        eq(closedRegions.chain, chain),
        lte(closedRegions.at, at),
        or(isNull(closedRegions.endedAt), gt(closedRegions.endedAt, at)),
      ),
    )
    .orderBy(closedRegions.region);
}

/** Whether an owner confirmed a Region, or took it back, at a time or after it. */
export async function closedRegionsChangedSince(
  db: Database,
  chain: string,
  time: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: closedRegions.id })
    .from(closedRegions)
    .where(
      and(
        eq(closedRegions.chain, chain),
        or(gte(closedRegions.at, time), gte(closedRegions.endedAt, time)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Every confirmation of the accounts that a reader sees, newest first. */
export async function listClosedRegions(db: Database, scope: ReaderScope): Promise<ClosedRegion[]> {
  const rows = await db
    .select()
    .from(closedRegions)
    .where(within(scope, closedRegions.account))
    .orderBy(desc(closedRegions.at), closedRegions.region)
    .limit(500);
  return rows.map(toClosedRegion);
}

function toClosedRegion({ id, chain, account, region, reason, ...row }: Stored): ClosedRegion {
  return {
    ...{ id, account, region, reason },
    source: sourceKindOf(chain),
    confirmed: { by: row.byName, at: row.at.toISOString() },
    ended: row.endedAt && { by: row.endedByName, at: row.endedAt.toISOString() },
  };
}
