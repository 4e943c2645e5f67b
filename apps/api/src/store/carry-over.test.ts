import { canonicalJson, sha256Hex } from '@ippo/checks';
import { asc, eq } from 'drizzle-orm/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeAgain } from '../scan/judge-stored.ts';
import { olderDatabase } from '../testing/older/older-database.ts';
import { listAttestations } from './attestations.ts';
import { carryOver } from './carry-over.ts';
import type { EmbeddedStore } from './database.ts';
import { openEmbeddedStore } from './embedded-store.ts';
import { loadEvidence } from './evidence.ts';
import { everyAccount } from './reader-scope.ts';
import { listJudgements, readReport } from './reports.ts';
import { findingSpans, scanSummaries } from './schema/findings.ts';
import { scans } from './schema/scans.ts';

let store: EmbeddedStore;
beforeAll(async () => {
  store = await openEmbeddedStore({ folder: null }, {}, await olderDatabase());
});
afterAll(() => store.close());

async function storedScans() {
  return store.db.select().from(scans).orderBy(asc(scans.number));
}

describe('a database that the version before spans left', () => {
  test('shows its reports, its evidence and its answers as they were', async () => {
    const [first, second] = await storedScans();
    if (!first || !second) throw new Error('two scans were recorded');

    const evidence = await loadEvidence(store.db, second.id);
    const latest = await readReport(store.db, everyAccount, second.id);
    const judgements = await listJudgements(store.db, second.id);
    const answers = await listAttestations(store.db, second.chain ?? '', new Date('2027-01-01'));

    expect(evidence && sha256Hex(canonicalJson(evidence))).toBe(second.evidenceDigest);
    expect(latest?.report).toMatchObject({
      account: '111122223333',
      evidenceDigest: second.evidenceDigest,
      score: { value: null, from: 18, upTo: 71 },
    });
    expect(judgements).toHaveLength(2);
    expect(answers).toMatchObject([{ question: 'billing', answer: 'yes', by: 'Aiko Sato' }]);
  });

  test('gets the spans and the figures that its scans would have left', async () => {
    const [first, second] = await storedScans();
    const figures = await store.db
      .select()
      .from(scanSummaries)
      .orderBy(asc(scanSummaries.position));
    const spans = await store.db.select().from(findingSpans);
    const report = await readReport(store.db, everyAccount, second?.id ?? '');
    const findings = report?.report.checks.flatMap((check) => check.findings) ?? [];

    const open = new Map(
      spans.filter((span) => span.closedBy === null).map((span) => [span.fingerprint, span]),
    );

    expect(figures.map(({ scanId, position }) => [scanId, position])).toEqual([
      [first?.id, 1],
      [second?.id, 2],
    ]);
    expect(figures[1]).toMatchObject({ score: null, scoreFrom: 18, scoreUpTo: 71 });
    expect(figures[1]?.changes['became-unknown']).toBeGreaterThan(0);
    expect(open.size).toBe(findings.length);
    for (const { fingerprint, outcome } of findings)
      expect(open.get(fingerprint)?.outcome).toBe(outcome);
  });

  test('goes on: carried over once, and its newest scan can be judged anew', async () => {
    const [, second] = await storedScans();
    const before = await store.db.select().from(findingSpans);

    await carryOver(store.db);
    const again = await store.db.select().from(findingSpans);
    await store.db.transaction((tx) =>
      judgeAgain(tx, second?.id ?? '', new Date('2026-11-18T00:00:00Z')),
    );
    const [figures] = await store.db
      .select()
      .from(scanSummaries)
      .where(eq(scanSummaries.scanId, second?.id ?? ''));
    const judgements = await listJudgements(store.db, second?.id ?? '');

    expect(again).toEqual(before);
    expect(judgements).toHaveLength(3);
    expect(figures?.settingsDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(judgements[2]?.report.checks.length).toBe(judgements[1]?.report.checks.length);
  });
});
