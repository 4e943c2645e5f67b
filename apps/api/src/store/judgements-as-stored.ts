import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import { readFacts } from './facts.ts';
import { within, type ReaderScope } from './reader-scope.ts';
import type { StoredReport } from './report-bodies.ts';
import type { ReportManifest } from './report-parts/parts.ts';
import { reports, scans } from './schema/scans.ts';
import type { StoredScan } from './scans.ts';

/** A judgement as it lies in the database: opened elsewhere, as a large one takes a while. */
export type StoredJudgement =
  | { kind: 'whole'; body: string }
  | {
      kind: 'parts';
      /** The manifest itself. */
      manifest: string;
      /** As `packedJson` makes it. */
      moments: Uint8Array;
      /** Each check's findings: canonical JSON by its SHA-256 (hex). */
      facts: ReadonlyMap<string, string>;
    };

/** The newest judgement of a scan that a reader may see, not opened; null where it never was judged. */
export async function readNewestJudgement(
  db: Database,
  scope: ReaderScope,
  scanId: string,
): Promise<{ scan: StoredScan; report: StoredReport } | null> {
  const [row] = await db
    .select({ scan: scans, report: reports })
    .from(reports)
    .innerJoin(scans, eq(reports.scanId, scans.id))
    .where(and(eq(scans.id, scanId), within(scope, scans.account)))
    .orderBy(desc(reports.number))
    .limit(1);
  return row ?? null;
}

/** What a stored judgement is made of; throws where a part of it was altered or is missing. */
export async function loadJudgement(db: Database, stored: StoredReport): Promise<StoredJudgement> {
  const { body, manifest: digest, moments } = stored;
  if (body !== null) return { kind: 'whole', body };
  if (digest === null || moments === null) throw new Error('a report without its parts');
  const manifest = (await readFacts(db, [digest])).get(digest);
  if (manifest === undefined) throw new Error(`the stored report lacks fact ${digest}`);
  const { checks } = JSON.parse(manifest) as ReportManifest;
  const facts = await readFacts(
    db,
    checks.map(({ findings }) => findings),
  );
  return { kind: 'parts', manifest, moments, facts };
}

/** SHA-256 (hex) of a stored judgement's canonical JSON. */
export function digestOfJudgement({ digest, body }: Pick<StoredReport, 'digest' | 'body'>): string {
  if (digest !== null) return digest;
  return createHash('sha256')
    .update(body ?? '')
    .digest('hex');
}
