import type { ExceptionFilter, Outcome } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore } from '../testing/test-store.ts';
import type { Store } from './database.ts';
import { keepException, listApproved, type NewStoredException } from './exceptions.ts';
import { flagCondition, flagsFrom } from './findings/exception-flags.ts';
import { findingSpans } from './schema/findings.ts';

const account = '111122223333';
const told = { reason: { code: 'said', params: {} } };
const begin = Date.parse('2026-11-16T00:00:00Z');
let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

function hours(count: number): Date {
  return new Date(begin + count * 3_600_000);
}

const made: NewStoredException = {
  ...{ id: 'made', chain: 'aws  1', account, check: 'a', regions: null, resource: null },
  ...{ reason: 'It ends in December.', owner: 'Aiko', lastDay: '2026-11-22', zone: 'UTC' },
  ...{ until: hours(100), secondPerson: false },
  ...{ requestedById: 'u1', requestedByName: 'Aiko', requestedAt: hours(0) },
  ...{ approvedById: 'u1', approvedByName: 'Aiko', approvedAt: hours(0) },
};

describe('a stored exception', () => {
  test('cannot be changed or removed, and is approved and ended once', async () => {
    const { db } = store;
    await keepException(db, made);
    await db.execute(sql`update exceptions set revoked_by_id = 'u2', revoked_at = now()`);

    for (const statement of [
      sql`update exceptions set reason = 'something else entirely'`,
      sql`update exceptions set until = until + interval '1 day'`,
      sql`update exceptions set approved_by_name = 'Somebody'`,
      sql`update exceptions set revoked_at = null`,
      sql`delete from exceptions`,
    ])
      await expect(db.execute(statement)).rejects.toThrow();
  });

  const scope = {
    chain: fc.constantFrom('aws  1', 'simulated x 1'),
    check: fc.constantFrom('a', 'b'),
    resource: fc.constantFrom('', 'arn:x', 'arn:y'),
  };
  const hour = fc.integer({ min: 0, max: 6 });
  const arbitraryException = fc.record({
    ...scope,
    regions: fc.option(fc.subarray(['global', 'eu-west-1', 'us-east-1'], { minLength: 1 })),
    resource: fc.option(fc.constantFrom('arn:x', 'arn:y')),
    until: hour,
    approvedAt: fc.option(hour),
    revokedAt: fc.option(hour),
  });
  const arbitraryFinding = fc.record({
    ...scope,
    region: fc.constantFrom('global', 'eu-west-1', 'us-east-1'),
    outcome: fc.constantFrom<Outcome>('fail', 'fail', 'unknown', 'pass', 'not-applicable'),
  });

  test('flags in the database exactly the findings that the one rule of scopes names', async () => {
    const { db } = store;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryException, { minLength: 1, maxLength: 6 }),
        fc.array(arbitraryFinding, { minLength: 1, maxLength: 8 }),
        hour,
        async (exceptions, findings, moment) => {
          run += 1;
          const own = (chain: string) => `${chain} ${run}`;
          const at = hours(moment);
          for (const [place, one] of exceptions.entries())
            await keepException(db, {
              ...{ ...made, ...one, id: `${run}-${place}`, chain: own(one.chain) },
              until: hours(one.until),
              approvedAt: one.approvedAt === null ? null : hours(one.approvedAt),
              revokedAt: one.revokedAt === null ? null : hours(one.revokedAt),
            });
          await db.insert(findingSpans).values(
            findings.map((one, place) => ({
              ...{ ...one, chain: own(one.chain), account, fingerprint: `${run}-${place}` },
              ...{ severity: 1, blocked: false, fromPosition: 1 },
              ...{ change: 'new' as const, since: hours(0), firstSeen: hours(0) },
              ...{ failedBefore: false, finding: told as never },
            })),
          );
          const chains = [...new Set(findings.map(({ chain }) => own(chain)))];
          const flagOf = flagsFrom(await listApproved(db, chains, at), at);
          const said = findings.map(
            (one) => flagOf(own(one.chain), { ...one, account })?.state ?? 'none',
          );

          for (const filter of ['accepted', 'expired', 'none'] satisfies ExceptionFilter[]) {
            const rows = await db
              .select({ fingerprint: findingSpans.fingerprint })
              .from(findingSpans)
              .where(
                sql`${findingSpans.fingerprint} like ${`${run}-%`} and ${flagCondition(filter, at)}`,
              );
            expect(rows.map((row) => row.fingerprint).toSorted()).toEqual(
              said.flatMap((state, place) => (state === filter ? [`${run}-${place}`] : [])),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
