import { randomUUID } from 'node:crypto';
import { catalogue, fingerprint, judge, sha256Hex } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import {
  defaultSettings,
  emptyScope,
  outcomes,
  type CheckResult,
  type Evidence,
  type Finding,
  type ScanReport,
} from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { keepEvidence } from '../store/evidence.ts';
import { followFindings } from '../store/findings/follow-findings.ts';
import { keepReport } from '../store/report-bodies.ts';
import { packReport, type PackedReport } from '../store/report-parts/pack-report.ts';
import { addScan, beginScan, endScan, noteScannedAccount, readStoredScan } from '../store/scans.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const account = '111122223333';

/** How much there is, and until when. */
export type HistorySize = { findings: number; days: number; until: Date };

/**
 * A complete scan a day of one made-up account: as many findings on the last day as are asked for, spread
 * over all checks and Regions, of which a few change every day. All of it goes the way of a real scan.
 */
export async function writeLongHistory(db: Database, size: HistorySize): Promise<void> {
  const evidence = await collectEvidence(simulatedSession('spotless', { now: size.until }));
  const inputs = { settings: defaultSettings, scope: emptyScope, attestations: [] };
  const pattern = judge({ evidence, ...inputs });
  const regions = pattern.regions.map(({ name }) => name);
  const each = Math.ceil(size.findings / pattern.checks.length);
  const all = pattern.checks.map((check) => ({
    ...check,
    findings: Array.from({ length: each }, (_, unit) => findingOf(check, unit, regions)),
  }));
  let packed = packReport({ ...pattern, checks: all }, evidence.calls, 'settings');
  for (let day = 0; day < size.days; day += 1) {
    const at = new Date(size.until.getTime() - (size.days - 1 - day) * dayMs);
    // One check a day, so that a day costs what a day costs: a few of its findings move on.
    const index = day % all.length;
    const check = all[index];
    if (check && day > 0) {
      all[index] = { ...check, findings: moved(check.findings, day) };
      packed = withCheck(packed, all[index], pattern, evidence);
    }
    // What AWS answered is asked for on the last days alone.
    const read = day >= size.days - 2 ? evidence : null;
    await keepDay(db, read, { ...packed, summary: { ...packed.summary, at } });
  }
}

/** A packed report with the findings of one check in place of its own: packing all again takes a second. */
function withCheck(
  packed: PackedReport,
  check: CheckResult,
  pattern: ScanReport,
  evidence: Evidence,
): PackedReport {
  const alone = packReport({ ...pattern, checks: [check] }, evidence.calls, 'settings');
  const fact = alone.findings[0]?.fact ?? '';
  const was = packed.findings.find((one) => one.check === check.id)?.fact ?? '';
  const body = (packed.facts.get(packed.manifest) ?? '').replace(was, fact);
  const manifest = sha256Hex(body);
  const facts = new Map([...packed.facts, ...alone.facts, [manifest, body]]);
  for (const old of [was, packed.manifest, alone.manifest]) facts.delete(old);
  const findings = packed.findings.map((one) => (one.check === check.id ? { ...one, fact } : one));
  return { ...packed, facts, manifest, findings };
}

async function keepDay(
  db: Database,
  evidence: Evidence | null,
  packed: PackedReport,
): Promise<void> {
  const id = randomUUID();
  const { at } = packed.summary;
  const scan = { id, target: 'aws', startedBy: null, createdAt: at, restartOf: null } as const;
  await addScan(db, { ...scan, trigger: 'schedule' });
  await beginScan(db, id, at, 'bench');
  await noteScannedAccount(db, id, { source: { kind: 'aws' }, account });
  if (evidence) await keepEvidence(db, id, evidence);
  await db.transaction(async (tx) => {
    await endScan(tx, id, { status: 'complete', at });
    const number = await keepReport(tx, id, packed, at);
    const ended = await readStoredScan(tx, id);
    if (ended) await followFindings(tx, ended, packed, { number, at });
  });
}

function findingOf(check: CheckResult, unit: number, regions: readonly string[]): Finding {
  const region = regions[unit % regions.length] ?? 'us-east-1';
  const resource = `arn:aws:service:${region}:${account}:thing/${check.id}-${unit}`;
  const reasons = catalogue.checks.find(({ id }) => id === check.id)?.reasons ?? {};
  const [code = 'not-read'] = Object.keys(reasons).slice(unit % 3);
  // Few checks tell an instant of their own.
  const timed = check.id.endsWith('delivery');
  const identity = { sourceKind: 'aws', partition: 'aws', account, check: check.id };
  const [evidence] = check.findings.flatMap((finding) => finding.evidence);
  return {
    fingerprint: fingerprint({ ...identity, region, resource, uniqueId: '', facet: '' }),
    outcome: unit % 3 === 0 ? 'fail' : (outcomes[unit % outcomes.length] ?? 'fail'),
    unit: check.unit,
    ...{ region, resource },
    reason: { code, params: { region, ...(timed && { deliveredAt: '2026-11-16T00:00:00Z' }) } },
    evidence: evidence ? [evidence] : [],
  };
}

function moved(findings: readonly Finding[], day: number): Finding[] {
  return findings.map((finding, unit) => {
    if (unit % Math.ceil(findings.length / 5) !== day % 7) return finding;
    const next = outcomes[(outcomes.indexOf(finding.outcome) + 1) % outcomes.length] ?? 'pass';
    return { ...finding, outcome: next };
  });
}
