import {
  defaultSettings,
  emptyScope,
  readingReasons,
  type CheckResult,
  type Evidence,
  type EvidenceReading,
  type Outcome,
  type ReadingReason,
} from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../checks.gen.ts';
import type { Check } from '../define-check.ts';
import { judge } from '../judge/judge.ts';

/** What an outcome may become when readings are refused (checks.md 0.1-5). */
const allowed: Readonly<Record<Outcome, readonly Outcome[]>> = {
  fail: ['fail', 'unknown'],
  unknown: ['unknown'],
  pass: ['pass', 'unknown'],
  'not-applicable': ['not-applicable', 'unknown'],
  manual: ['manual', 'unknown'],
};

/** The collector alone sets `capped`, by count. */
const reasons = readingReasons.filter((reason) => reason !== 'capped');

/** Refuses each reading in turn, any of them and all, and turns every list round. */
export function staysHonest(check: Check, worlds: Readonly<Record<string, Evidence>>): void {
  describe(`${check.id} in the dark`, () => {
    describe.each(Object.entries(worlds))('%s', (_name, whole) => {
      const places = whole.readings.map((_, at) => at);

      test('refusing any one reading never shows it better, nor worse than unknown', () => {
        const bright = judged(check, whole);

        const breaches = places.flatMap((at) =>
          reasons.flatMap((reason) => compare(bright, judged(check, refuse(whole, [at], reason)))),
        );

        expect(breaches).toEqual([]);
      });

      test('refusing any set of readings never shows it better, nor worse than unknown', () => {
        const bright = judged(check, whole);

        fc.assert(
          fc.property(fc.subarray(places), fc.constantFrom(...reasons), (dark, reason) => {
            const breaches = compare(bright, judged(check, refuse(whole, dark, reason)));

            expect(breaches).toEqual([]);
          }),
          { numRuns: 200, seed: 3 },
        );
      });

      test('refusing all of them leaves it unknown', () => {
        const dark = judged(check, refuse(whole, places, 'denied'));

        expect(dark.outcome).toBe('unknown');
      });

      test('the order of readings and of what they list does not matter', () => {
        const turned = { ...whole, readings: whole.readings.toReversed().map(turn) };

        expect(withoutOrder(judged(check, turned))).toEqual(withoutOrder(judged(check, whole)));
      });
    });
  });
}

function judged(check: Check, evidence: Evidence): CheckResult {
  const inputs = { evidence, settings: defaultSettings, scope: emptyScope, attestations: [] };
  const all: readonly Check[] = checkRegistry;
  const before = all.filter(({ id }) => check.dependsOn.includes(id));
  const result = judge(inputs, [...before, check]).checks.find(({ id }) => id === check.id);
  if (!result) throw new Error(`${check.id} gave no result`);
  return result;
}

function refuse(whole: Evidence, dark: readonly number[], reason: ReadingReason): Evidence {
  const readings = whole.readings.map((reading, at): EvidenceReading => {
    if (!dark.includes(at)) return reading;
    const { type, region, resource, calls, at: time } = reading;
    const place = {
      type,
      region,
      calls,
      at: time,
      ...(resource === undefined ? {} : { resource }),
    };
    return { ...place, readable: false, reason, action: `${type}:refused` };
  });
  return { ...whole, readings };
}

/** What the dark result claims too much: in the roll-up, and in each unit that both results know. */
function compare(bright: CheckResult, dark: CheckResult): string[] {
  const before = new Map(bright.findings.map((one) => [one.fingerprint, one.outcome]));
  const pairs = dark.findings.map(({ fingerprint, outcome, region }) => ({
    where: region ?? 'account',
    from: before.get(fingerprint) ?? 'unknown',
    to: outcome,
  }));
  return [{ where: 'roll-up', from: bright.outcome, to: dark.outcome }, ...pairs]
    .filter(({ from, to }) => !allowed[from].includes(to))
    .map(({ where, from, to }) => `${where}: ${from} became ${to}`);
}

function turn(reading: EvidenceReading): EvidenceReading {
  if (!reading.readable || !Array.isArray(reading.value)) return reading;
  return { ...reading, value: reading.value.toReversed() };
}

function withoutOrder(result: CheckResult) {
  return {
    ...result,
    findings: result.findings.map((one) => ({
      ...one,
      evidence: new Set(one.evidence.map((ref) => ref.requestId)),
    })),
  };
}
