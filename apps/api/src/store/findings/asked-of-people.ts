import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { findingSpans } from '../schema/findings.ts';

/** Unknown to AWS, but known to people: it is asked like what is manual. */
const askedReason = 'org-ownership-unknown';

/** By chain, the checks that a person's answer, rather than a reading, settles now. */
export async function checksAskingPeople(
  db: Database,
  chains: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (chains.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ chain: findingSpans.chain, check: findingSpans.check })
    .from(findingSpans)
    .where(
      and(
        inArray(findingSpans.chain, [...chains]),
        isNull(findingSpans.closedBy),
        or(
          eq(findingSpans.outcome, 'manual'),
          sql`${findingSpans.finding} #>> '{reason,code}' = ${askedReason}`,
        ),
      ),
    );
  const groups = Map.groupBy(rows, ({ chain }) => chain);
  return new Map([...groups].map(([chain, own]) => [chain, new Set(own.map((row) => row.check))]));
}
