import { readFileSync } from 'node:fs';
import { collectEvidence, simulatedSession, worldNames } from '@ippo/collectors';
import { judge } from '@ippo/checks';
import { defaultSettings, emptyScope, outcomes, type ScanReport } from '@ippo/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const cellSchema = z.object({
  outcome: z.string(),
  reason: z.string(),
  findings: z.record(z.string(), z.number()),
  counts: z.string(),
  blocked: z.boolean(),
});
const worldSchema = z.object({
  checks: z.record(z.string(), cellSchema),
  steps: z.record(z.string(), z.string()),
  score: z.object({
    value: z.number().nullable(),
    from: z.number(),
    upTo: z.number(),
    factor: z.number(),
    because: z.array(z.string()),
  }),
});
const tableSchema = z.object({ worlds: z.record(z.string(), worldSchema) });

/** Written from the catalogue before the code, each cell with the clause that decides it. */
const { worlds } = tableSchema.parse(
  JSON.parse(readFileSync(new URL('./expected-verdicts.json', import.meta.url), 'utf8')),
);

it('has an expected table for every simulated account', () => {
  expect(Object.keys(worlds).sort()).toEqual([...worldNames].sort());
});

describe.each(Object.entries(worlds))('the simulated account %s', (world, expected) => {
  let report: ScanReport;

  beforeAll(async () => {
    const evidence = await collectEvidence(simulatedSession(world, { latencyMs: 0 }), {});
    report = judge({ evidence, settings: defaultSettings, scope: emptyScope, attestations: [] });
  });

  it.each(Object.entries(expected.checks))('judges %s as the catalogue says', (id, cell) => {
    const check = report.checks.find((result) => result.id === id);

    const counted = Object.fromEntries(
      outcomes.map((outcome) => [
        outcome,
        check?.findings.filter((finding) => finding.outcome === outcome).length,
      ]),
    );

    expect({
      outcome: check?.outcome,
      reason: check?.reason.code,
      findings: counted,
      counts: check?.standing,
      blocked: check?.blocked,
    }).toEqual(cell);
  });

  it('sees every first step in its state', () => {
    const states = Object.fromEntries(report.firstSteps.items.map(({ id, state }) => [id, state]));

    expect(states).toEqual(expected.steps);
  });

  it('shows the score that the table works out by hand', () => {
    const { value, from, upTo, factor, because } = report.score;

    const shown = { value, from, upTo, factor, because: because.toSorted() };

    expect(shown).toEqual({ ...expected.score, because: expected.score.because.toSorted() });
  });

  it('judges every check of the table and no other', () => {
    expect(report.checks.map((check) => check.id)).toEqual(Object.keys(expected.checks).sort());
  });
});
