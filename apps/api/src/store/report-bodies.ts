import { canonicalJson, sha256Hex, withoutInstants } from '@ippo/checks';
import type { Call, Finding, ScanReport, Scope, SentenceParams } from '@ippo/contracts';
import { eq } from 'drizzle-orm/sql';
import type { Database } from './database.ts';
import type { Provenance } from './evidence-parts/parts.ts';
import { keepFacts, readFacts } from './facts.ts';
import { unpackedJsonBeside } from './packed-json.ts';
import { joinFindings, joinReport } from './report-parts/join-report.ts';
import type { PackedReport } from './report-parts/pack-report.ts';
import type { FactFinding, ReportManifest, ReportMoments } from './report-parts/parts.ts';
import { evidence, reports } from './schema/scans.ts';

export type StoredReport = typeof reports.$inferSelect;

/**
 * Keeps a judgement of a scan beside its earlier ones, with the scope that it was judged with where that is
 * known; the newest is the one shown. Its number.
 */
export async function keepReport(
  tx: Database,
  scanId: string,
  { facts, manifest, moments, digest }: PackedReport,
  judgedAt: Date,
  scope?: Scope,
): Promise<number> {
  const told = scope === undefined ? [] : [canonicalJson(scope)];
  const scopes = told.map((body) => [sha256Hex(body), body] as const);
  await keepFacts(tx, new Map([...facts, ...scopes]));
  const [row] = await tx
    .insert(reports)
    .values({ scanId, judgedAt, manifest, moments, digest, scope: scopes[0]?.[0] ?? null })
    .returning({ number: reports.number });
  if (!row) throw new Error('the report was not stored');
  return row.number;
}

/** The scope that a report was judged with; null where that was not noted. */
export async function scopeOfReport(db: Database, { scope }: StoredReport): Promise<Scope | null> {
  if (scope === null) return null;
  const body = (await readFacts(db, [scope])).get(scope);
  if (body === undefined) throw new Error(`the stored report lacks fact ${scope}`);
  return JSON.parse(body) as Scope;
}

/** A stored report, whole; throws where a part of it was altered or is missing. */
export async function wholeReport(db: Database, stored: StoredReport): Promise<ScanReport> {
  if (stored.body !== null) return JSON.parse(stored.body) as ScanReport;
  const { manifest, moments } = await partsOf(db, stored);
  const facts = await readFacts(
    db,
    manifest.checks.map(({ findings }) => findings),
  );
  return joinReport(manifest, moments, facts, await callsOf(db, stored.scanId));
}

/** The findings of one check in a stored report; of a check that it does not have, none. */
export async function findingsOfCheck(
  db: Database,
  stored: StoredReport,
  check: string,
): Promise<Finding[]> {
  if (stored.body !== null) {
    const { checks } = JSON.parse(stored.body) as ScanReport;
    return checks.find(({ id }) => id === check)?.findings ?? [];
  }
  const { manifest, moments } = await partsOf(db, stored);
  const place = manifest.checks.findIndex(({ id }) => id === check);
  const fact = manifest.checks[place]?.findings;
  if (fact === undefined) return [];
  const facts = await readFacts(db, [fact]);
  return joinFindings(facts.get(fact), moments.checks[place], await callsOf(db, stored.scanId));
}

/** The instants that reasons of some checks' findings tell, by fingerprint. */
export async function instantsOfChecks(
  db: Database,
  stored: StoredReport,
  checks: ReadonlySet<string>,
): Promise<ReadonlyMap<string, SentenceParams>> {
  if (stored.body !== null) return instantsOfWhole(JSON.parse(stored.body) as ScanReport, checks);
  const { manifest, moments } = await partsOf(db, stored);
  const timed = manifest.checks.flatMap(({ id, findings }, place) => {
    const instants = moments.checks[place]?.findings;
    return instants && checks.has(id) ? [{ fact: findings, instants }] : [];
  });
  const facts = await readFacts(
    db,
    timed.map(({ fact }) => fact),
  );
  return new Map(
    timed.flatMap(({ fact, instants }) => {
      const findings = JSON.parse(facts.get(fact) ?? '[]') as FactFinding[];
      return Object.entries(instants).flatMap(([index, params]) => {
        const finding = findings[Number(index)];
        return finding ? [[finding.fingerprint, params] as const] : [];
      });
    }),
  );
}

function instantsOfWhole(
  report: ScanReport,
  checks: ReadonlySet<string>,
): ReadonlyMap<string, SentenceParams> {
  const findings = report.checks.flatMap((check) => (checks.has(check.id) ? check.findings : []));
  return new Map(
    findings.map((finding) => [finding.fingerprint, withoutInstants(finding.reason).instants]),
  );
}

/** Each check's findings in a stored report by digest, or null where it is stored whole. */
export async function findingDigests(
  db: Database,
  stored: StoredReport,
): Promise<ReadonlyMap<string, string> | null> {
  if (stored.body !== null) return null;
  const { manifest } = await partsOf(db, stored);
  return new Map(manifest.checks.map(({ id, findings }) => [id, findings]));
}

async function partsOf(
  db: Database,
  { manifest, moments }: StoredReport,
): Promise<{ manifest: ReportManifest; moments: ReportMoments }> {
  if (manifest === null || moments === null) throw new Error('a report without its parts');
  const body = (await readFacts(db, [manifest])).get(manifest);
  if (body === undefined) throw new Error(`the stored report lacks fact ${manifest}`);
  return {
    manifest: JSON.parse(body) as ReportManifest,
    moments: (await unpackedJsonBeside(moments)) as ReportMoments,
  };
}

/** The calls behind a scan's evidence; none where it has no evidence. */
export async function callsOf(db: Database, scanId: string): Promise<Call[]> {
  const [row] = await db
    .select({ provenance: evidence.provenance })
    .from(evidence)
    .where(eq(evidence.scanId, scanId));
  return row ? ((await unpackedJsonBeside(row.provenance)) as Provenance).calls : [];
}
