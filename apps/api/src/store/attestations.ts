import type { Attestation } from '@ippo/contracts';
import { and, desc, eq, gte, lte } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { attestations } from './schema/scans.ts';

/** An answer to keep; `chain` is the source and account that it is about. */
export type NewAttestation = typeof attestations.$inferInsert;

/** Keeps a person's answer; earlier ones stay. */
export async function keepAttestation(db: Database, given: NewAttestation): Promise<Attestation> {
  const [row] = await db.insert(attestations).values(given).returning();
  if (!row) throw new Error('the answer was not stored');
  return toAttestation(row);
}

/** Every answer about an account of one source that was given by a time, newest first. */
export async function listAttestations(
  db: Database,
  chain: string,
  givenBy: Date,
): Promise<Attestation[]> {
  const rows = await db
    .select()
    .from(attestations)
    .where(and(eq(attestations.chain, chain), lte(attestations.at, givenBy)))
    .orderBy(desc(attestations.at), desc(attestations.id));
  return rows.map(toAttestation);
}

/** Whether somebody answered about an account of one source at a time or after it. */
export async function answersWereGivenSince(
  db: Database,
  chain: string,
  time: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: attestations.id })
    .from(attestations)
    .where(and(eq(attestations.chain, chain), gte(attestations.at, time)))
    .limit(1);
  return rows.length > 0;
}

function toAttestation(row: typeof attestations.$inferSelect): Attestation {
  const { account, check, question, answer, note, byName, at, until } = row;
  return {
    ...{ account, check, question, answer },
    by: byName,
    at: at.toISOString(),
    until: until.toISOString(),
    ...(note !== null && { note }),
  };
}
