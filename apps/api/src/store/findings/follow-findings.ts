import { setImmediate as breathe } from 'node:timers/promises';
import { followSpans, lastingFinding, type LastingFinding } from '@ippo/checks';
import { and, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm/sql';
import type { Database } from '../database.ts';
import { inGroups } from '../facts.ts';
import { findingDigests } from '../report-bodies.ts';
import type { PackedReport } from '../report-parts/pack-report.ts';
import type { FactFinding } from '../report-parts/parts.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';
import { reports } from '../schema/scans.ts';
import { lockChain, type StoredScan } from '../scans.ts';
import { toRow, toSpan, type StoredSpan } from './span-rows.ts';
import { keepSummary } from './summaries.ts';

/** So many rows changed that the planner's idea of the table is of no use. */
const manyRows = 500;

type Place = { chain: string; account: string; position: number; at: Date };
type CheckFindings = PackedReport['findings'][number];

/**
 * Carries a chain's findings on to its newest complete scan, or judges that scan anew; earlier scans stay
 * as they are. Pass the transaction that keeps the report.
 */
export async function followFindings(
  tx: Database,
  { id, chain, account, chainPosition: position }: StoredScan,
  packed: PackedReport,
  judgement: { number: number; at: Date },
): Promise<void> {
  if (chain === null || account === null || position === null) return;
  await lockChain(tx, chain);
  const [later] = await tx
    .select({ position: scanSummaries.position })
    .from(scanSummaries)
    .where(and(eq(scanSummaries.chain, chain), gt(scanSummaries.position, position)))
    .limit(1);
  // Another scan ended meanwhile: what this one was judged to be then is the past.
  if (later) return;
  const place = { chain, account, position, at: judgement.at };
  const basis = await readBasis(tx, place);
  if (basis.again) await rewind(tx, place, changedChecks(basis.digests, packed.findings));
  let moved = 0;
  for (const check of changedChecks(basis.digests, packed.findings)) {
    const given = packed.findings.find((one) => one.check === check);
    const fact = given && packed.facts.get(given.fact);
    const findings = fact === undefined ? [] : withoutEvidence(JSON.parse(fact) as FactFinding[]);
    moved += await followCheck(tx, place, { check, given, findings, basis });
    await breathe();
  }
  // The embedded database never looks at its tables by itself, and then takes the wrong index.
  if (moved >= manyRows) await tx.execute(sql`analyze ${findingSpans}`);
  await keepSummary(tx, { scanId: id, chain, account, position }, packed, judgement.number);
}

type Basis = {
  /** Whether this scan was judged before. */
  again: boolean;
  /** Findings by check in the judgement that the spans now tell; null where nobody can say. */
  digests: ReadonlyMap<string, string> | null;
  /** Checks of the complete scan before; null where there was none. */
  before: ReadonlySet<string> | null;
};

async function readBasis(tx: Database, { chain, position }: Place): Promise<Basis> {
  const [current] = await summaryAt(tx, and(eq(scanSummaries.position, position)), chain);
  const [before] = await summaryAt(tx, lt(scanSummaries.position, position), chain);
  const told = current ?? before;
  return {
    again: current !== undefined,
    digests: told ? await findingDigests(tx, told.report) : new Map(),
    before: before ? new Set(Object.keys(before.standings)) : null,
  };
}

function summaryAt(tx: Database, where: ReturnType<typeof eq> | undefined, chain: string) {
  return tx
    .select({ standings: scanSummaries.standings, report: reports })
    .from(scanSummaries)
    .innerJoin(reports, eq(reports.number, scanSummaries.judgement))
    .where(and(eq(scanSummaries.chain, chain), where))
    .orderBy(desc(scanSummaries.position))
    .limit(1);
}

/** Checks whose findings are not what the spans tell, those that fell away included. */
function changedChecks(
  told: ReadonlyMap<string, string> | null,
  findings: readonly CheckFindings[],
): string[] {
  const now = new Map(findings.map(({ check, fact }) => [check, fact]));
  return [...new Set([...now.keys(), ...(told?.keys() ?? [])])].filter(
    (check) => told === null || told.get(check) !== now.get(check),
  );
}

/** Takes back what an earlier judgement of the same scan changed. */
async function rewind(
  tx: Database,
  { chain, position }: Place,
  checks: readonly string[],
): Promise<void> {
  if (checks.length === 0) return;
  const ofChecks = and(eq(findingSpans.chain, chain), inArray(findingSpans.check, [...checks]));
  await tx.delete(findingSpans).where(and(ofChecks, eq(findingSpans.fromPosition, position)));
  await tx
    .update(findingSpans)
    .set({ closedBy: null, gone: null })
    .where(and(ofChecks, eq(findingSpans.closedBy, position)));
}

async function followCheck(
  tx: Database,
  place: Place,
  {
    check,
    given,
    findings,
    basis,
  }: {
    check: string;
    given: CheckFindings | undefined;
    findings: LastingFinding[];
    basis: Basis;
  },
): Promise<number> {
  const { chain, position } = place;
  const ofCheck = and(eq(findingSpans.chain, chain), eq(findingSpans.check, check));
  const rows = await tx
    .select()
    .from(findingSpans)
    .where(and(ofCheck, isNull(findingSpans.closedBy)));
  const open = rows.map(toSpan);
  const here = new Set(open.map((span) => span.finding.fingerprint));
  const others = findings.map((one) => one.fingerprint).filter((one) => !here.has(one));
  const { opened, closed } = followSpans<StoredSpan>({
    ...{ findings, open, at: place.at.toISOString() },
    earlier: basis.before ? await lastSpans(tx, chain, others) : [],
    checkIsNew: basis.before !== null && !basis.before.has(check),
    checkIsGone: given === undefined,
  });
  for (const gone of [null, 'gone', 'check-removed'] as const) {
    const ids = closed.filter((one) => one.gone === gone).map(({ span }) => span.id);
    for (const some of inGroups(ids))
      await tx
        .update(findingSpans)
        .set({ closedBy: position, gone })
        .where(inArray(findingSpans.id, some));
  }
  const severity = given?.severity ?? 'low';
  const added = opened.map((span) => toRow(span, { ...place, check, severity }));
  for (const some of inGroups(added, ({ finding }) => JSON.stringify(finding).length)) {
    await tx.insert(findingSpans).values(some);
    await breathe();
  }
  return closed.length + opened.length;
}

/** The last spans of findings that the scan before did not have. */
async function lastSpans(
  tx: Database,
  chain: string,
  fingerprints: readonly string[],
): Promise<StoredSpan[]> {
  const found: StoredSpan[] = [];
  for (const some of inGroups(fingerprints)) {
    const rows = await tx
      .selectDistinctOn([findingSpans.fingerprint])
      .from(findingSpans)
      .where(and(eq(findingSpans.chain, chain), inArray(findingSpans.fingerprint, some)))
      .orderBy(findingSpans.fingerprint, desc(findingSpans.fromPosition));
    found.push(...rows.map(toSpan));
    await breathe();
  }
  return found;
}

function withoutEvidence(findings: readonly FactFinding[]): LastingFinding[] {
  return findings.map((finding) => lastingFinding({ ...finding, evidence: [] }).finding);
}
