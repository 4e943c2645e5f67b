import type { Evidence } from '@ippo/contracts';
import { and, eq, isNull } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import {
  packEvidence,
  unpackEvidence,
  type PackedEvidence,
} from './evidence-parts/pack-evidence.ts';
import type { Manifest } from './evidence-parts/parts.ts';
import { keepFacts, readFacts } from './facts.ts';
import { evidence as evidenceTable, scans } from './schema/scans.ts';

/** Keeps what AWS answered to a scan; facts that are stored already cost nothing. */
export async function keepEvidence(
  db: Database,
  scanId: string,
  evidence: Evidence,
): Promise<{ digest: string; newFacts: number; bytes: number }> {
  return keepPackedEvidence(db, scanId, packEvidence(evidence));
}

/** Keeps evidence that was packed elsewhere. */
export async function keepPackedEvidence(
  db: Database,
  scanId: string,
  { digest, manifest, facts, moments, provenance }: PackedEvidence,
): Promise<{ digest: string; newFacts: number; bytes: number }> {
  return db.transaction(async (tx) => {
    const added = await keepFacts(tx, facts);
    await tx.insert(evidenceTable).values({ scanId, digest, manifest, moments, provenance });
    // A scan that another process took over has ended: what it read is not added any more.
    const kept = await tx
      .update(scans)
      .set({ evidenceDigest: digest })
      .where(and(eq(scans.id, scanId), isNull(scans.finishedAt)))
      .returning({ id: scans.id });
    if (kept.length === 0) throw new Error(`the scan ${scanId} has ended`);
    const bytes = added.bytes + moments.length + provenance.length;
    return { digest, newFacts: added.count, bytes };
  });
}

/** The evidence of a scan as it was, or null where it has none; throws where it was altered. */
export async function loadEvidence(db: Database, scanId: string): Promise<Evidence | null> {
  const packed = await loadPackedEvidence(db, scanId);
  return packed && unpackEvidence(packed);
}

/** The evidence of a scan as it is stored, or null where it has none. */
export async function loadPackedEvidence(
  db: Database,
  scanId: string,
): Promise<PackedEvidence | null> {
  const [row] = await db.select().from(evidenceTable).where(eq(evidenceTable.scanId, scanId));
  if (!row) return null;
  const found = await readFacts(db, [row.manifest]);
  const manifest = JSON.parse(found.get(row.manifest) ?? '{"readings":[]}') as Manifest;
  const needed = manifest.readings.flatMap(({ fact, lists }) => [
    fact,
    ...lists.flatMap(({ chunks }) => chunks),
  ]);
  const { digest, moments, provenance } = row;
  const facts = new Map([...found, ...(await readFacts(db, needed))]);
  return { digest, manifest: row.manifest, facts, moments, provenance };
}
