import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { canonicalJson } from '@ippo/checks';
import type { Evidence } from '@ippo/contracts';
import { eq, inArray } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { joinEvidence } from './evidence-parts/join-evidence.ts';
import type { EvidenceParts, Manifest, Provenance } from './evidence-parts/parts.ts';
import { splitEvidence } from './evidence-parts/split-evidence.ts';
import type { Moment } from './evidence-parts/moments.ts';
import { evidence as evidenceTable, facts, scans } from './schema/scans.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);
/** Long statements hold up the embedded database's one connection. */
const rowsPerStatement = 200;

/** Keeps what AWS answered to a scan; facts that are stored already cost nothing. */
export async function keepEvidence(
  db: Database,
  scanId: string,
  evidence: Evidence,
): Promise<{ digest: string; newFacts: number; bytes: number }> {
  const parts = splitEvidence(evidence);
  const moments = await zip(canonicalJson(parts.moments));
  const provenance = await zip(canonicalJson(parts.provenance));
  const { digest, manifest } = parts;
  const rows = [...parts.facts].map(([key, body]) => ({ digest: key, body }));
  return db.transaction(async (tx) => {
    let newFacts = 0;
    let bytes = moments.length + provenance.length;
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      const added = await tx
        .insert(facts)
        .values(rows.slice(start, start + rowsPerStatement))
        .onConflictDoNothing()
        .returning({ digest: facts.digest });
      newFacts += added.length;
      for (const row of added) bytes += parts.facts.get(row.digest)?.length ?? 0;
    }
    await tx.insert(evidenceTable).values({ scanId, digest, manifest, moments, provenance });
    await tx.update(scans).set({ evidenceDigest: digest }).where(eq(scans.id, scanId));
    return { digest, newFacts, bytes };
  });
}

/** The evidence of a scan as it was, or null where it has none; throws where it was altered. */
export async function loadEvidence(db: Database, scanId: string): Promise<Evidence | null> {
  const [row] = await db.select().from(evidenceTable).where(eq(evidenceTable.scanId, scanId));
  if (!row) return null;
  const found = await readFacts(db, [row.manifest]);
  const manifest = JSON.parse(found.get(row.manifest) ?? '{"readings":[]}') as Manifest;
  const needed = manifest.readings.flatMap(({ fact, lists }) => [
    fact,
    ...lists.flatMap(({ chunks }) => chunks),
  ]);
  const parts: EvidenceParts = {
    digest: row.digest,
    manifest: row.manifest,
    facts: new Map([...found, ...(await readFacts(db, needed))]),
    moments: (await unzipped(row.moments)) as Record<string, Moment[]>,
    provenance: (await unzipped(row.provenance)) as Provenance,
  };
  return joinEvidence(parts);
}

async function readFacts(db: Database, digests: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(digests)];
  const found = new Map<string, string>();
  for (let start = 0; start < wanted.length; start += rowsPerStatement) {
    const some = wanted.slice(start, start + rowsPerStatement);
    const rows = await db.select().from(facts).where(inArray(facts.digest, some));
    for (const row of rows) found.set(row.digest, row.body);
  }
  return found;
}

async function unzipped(bytes: Uint8Array): Promise<unknown> {
  return JSON.parse((await unzip(bytes)).toString('utf8'));
}
