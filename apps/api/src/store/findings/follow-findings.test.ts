import { randomUUID } from 'node:crypto';
import { judge, lastingFinding, type LastingFinding } from '@ippo/checks';
import { collectEvidence, simulatedSession } from '@ippo/collectors';
import {
  defaultSettings,
  emptyScope,
  outcomes,
  type CheckResult,
  type Finding,
  type ScanReport,
} from '@ippo/contracts';
import { eq } from 'drizzle-orm/sql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore } from '../../testing/test-store.ts';
import type { Store } from '../database.ts';
import { keepReport, wholeReport } from '../report-bodies.ts';
import { packReport } from '../report-parts/pack-report.ts';
import { findingSpans, scanSummaries } from '../schema/findings.ts';
import { reports, scans } from '../schema/scans.ts';
import { followFindings } from './follow-findings.ts';

const noon = new Date('2026-11-16T03:00:00Z');
let store: Store;
let pattern: ScanReport;
let shape: CheckResult;

beforeAll(async () => {
  store = await openTestStore();
  const evidence = await collectEvidence(simulatedSession('spotless', { now: noon }));
  const given = { evidence, settings: defaultSettings, scope: emptyScope, attestations: [] };
  pattern = judge(given);
  const [check] = pattern.checks;
  if (!check) throw new Error('a report has checks');
  shape = check;
});
afterAll(() => store.close());

/** A report whose checks have these findings; each has an instant and an answer of its own. */
function reportOf(findings: readonly Drawn[], day: number): ScanReport {
  const at = `2026-11-${16 + day}T00:00:00Z`;
  const checks = ['a', 'b'].map((id): CheckResult => {
    const own = findings.filter((one) => one.check === id);
    return { ...shape, id, findings: own.map((one) => findingOf(one, at)) };
  });
  return { ...pattern, finishedAt: at, checks };
}

type Drawn = { check: string; unit: string; outcome: Finding['outcome']; why: string };

function findingOf({ check, unit, outcome, why }: Drawn, at: string): Finding {
  const fingerprint = `${check}-${unit}`;
  const evidence = [{ operation: 'a:B', region: 'global', at, requestId: at, digest: null }];
  const reason = { code: why, params: { unit, deliveredAt: at } };
  return { fingerprint, outcome, unit: 'account', resource: unit, reason, evidence };
}

async function keep(chain: string, position: number, report: ScanReport, id: string) {
  const [scan] = await store.db.select().from(scans).where(eq(scans.id, id));
  if (!scan) {
    const started = { id, target: `t${id.slice(0, 8)}`, createdAt: noon, account: '111122223333' };
    await store.db
      .insert(scans)
      .values({ ...started, status: 'complete', chain, chainPosition: position, finishedAt: noon });
    return keep(chain, position, report, id);
  }
  const packed = packReport(report, [], null);
  await store.db.transaction(async (tx) => {
    const number = await keepReport(tx, id, packed, noon);
    await followFindings(tx, scan, packed, { number, at: new Date(report.finishedAt) });
  });
}

const arbitraryFindings = fc.uniqueArray(
  fc.record({
    check: fc.constantFrom('a', 'b'),
    unit: fc.constantFrom('1', '2', '3'),
    outcome: fc.constantFrom(...outcomes),
    why: fc.constantFrom('met', 'other', 'blocked-by'),
  }),
  { selector: ({ check, unit }) => `${check}-${unit}` },
);
const arbitrarySteps = fc.array(fc.record({ again: fc.boolean(), findings: arbitraryFindings }), {
  minLength: 1,
  maxLength: 7,
});

describe('findings as spans in the database', () => {
  test('give back every scan, judged anew or not, and their moves add up', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const chain = `simulated test ${randomUUID()}`;
        const kept: { id: string; report: ScanReport }[] = [];
        for (const { again, findings } of steps) {
          const last = again ? kept.pop() : undefined;
          const report = reportOf(findings, kept.length);
          const id = last?.id ?? randomUUID();
          kept.push({ id, report });
          await keep(chain, kept.length, report, id);
        }

        const spans = await store.db
          .select()
          .from(findingSpans)
          .where(eq(findingSpans.chain, chain));
        const told = await store.db
          .select()
          .from(scanSummaries)
          .where(eq(scanSummaries.chain, chain));
        for (const [index, { id, report }] of kept.entries()) {
          const position = index + 1;
          const reaching = spans.filter(
            ({ fromPosition, closedBy }) =>
              fromPosition <= position && (closedBy === null || closedBy > position),
          );
          expect(byPrint(reaching.map(({ finding }) => finding))).toEqual(
            byPrint(report.checks.flatMap((check) => check.findings.map(withoutOwn))),
          );
          const summary = told.find((one) => one.scanId === id);
          const began = spans.filter((span) => span.fromPosition === position).length;
          const ended = spans.filter((span) => span.closedBy === position && span.gone).length;
          const sum = Object.values(summary?.changes ?? {}).reduce((all, one) => all + one, 0);
          expect([position, sum]).toEqual([position, began + ended]);
        }
      }),
      { numRuns: Number(process.env['IPPO_TEST_RUNS'] ?? 1000) / 25, seed: 20261116 },
    );
  });

  test('a report comes back byte for byte from its parts', async () => {
    const id = randomUUID();
    await keep(`simulated test ${id}`, 1, pattern, id);

    const [stored] = await store.db.select().from(reports).where(eq(reports.scanId, id));

    expect(stored?.body).toBeNull();
    expect(stored && (await wholeReport(store.db, stored))).toEqual(pattern);
  });

  test('an earlier scan is never judged anew in the spans: they keep what was', async () => {
    const chain = `simulated test ${randomUUID()}`;
    const one = { check: 'a', unit: '1', why: 'met' };
    const first = randomUUID();
    await keep(chain, 1, reportOf([{ ...one, outcome: 'fail' }], 0), first);
    await keep(chain, 2, reportOf([{ ...one, outcome: 'pass' }], 1), randomUUID());

    await keep(chain, 1, reportOf([{ ...one, outcome: 'manual' }], 2), first);

    const spans = await store.db
      .select()
      .from(findingSpans)
      .where(eq(findingSpans.chain, chain))
      .orderBy(findingSpans.fromPosition);
    expect(spans.map(({ outcome, closedBy }) => [outcome, closedBy])).toEqual([
      ['fail', 2],
      ['pass', null],
    ]);
  });
});

function withoutOwn(finding: Finding): LastingFinding {
  return lastingFinding(finding).finding;
}

function byPrint(findings: readonly LastingFinding[]): LastingFinding[] {
  return findings.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}
