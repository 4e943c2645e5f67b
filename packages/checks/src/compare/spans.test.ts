import { outcomes, presences, type Presence } from '@ippo/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeFinding } from '../testing/made-results.ts';
import { runs } from '../testing/property-runs.ts';
import { lastingFinding } from './lasting-findings.ts';
import { followSpans, type LastingFinding, type Span } from './spans.ts';

type Kept = Span & { from: number; closedBy: number | null; gone: string | null };

/** Follows whole scans as the store does: scan 0 is the first. */
function follow(scans: readonly (readonly LastingFinding[])[]): Kept[] {
  let all: Kept[] = [];
  for (const [position, findings] of scans.entries()) {
    const open = all.filter((span) => span.closedBy === null);
    const here = new Set(open.map((span) => span.finding.fingerprint));
    const last = new Map(all.map((span) => [span.finding.fingerprint, span]));
    const earlier = [...last.values()].filter((span) => !here.has(span.finding.fingerprint));
    const at = `day ${position}`;
    const given = { at, findings, open, earlier, checkIsNew: false, checkIsGone: false };
    const { opened, closed } = followSpans(given);
    const ended = new Map(closed.map(({ span, gone }) => [span, gone]));
    all = all.map((span) =>
      ended.has(span) ? { ...span, closedBy: position, gone: ended.get(span) ?? null } : span,
    );
    all.push(...opened.map((span) => ({ ...span, from: position, closedBy: null, gone: null })));
  }
  return all;
}

function at(spans: readonly Kept[], position: number): Map<string, LastingFinding> {
  const reaching = spans.filter(
    ({ from, closedBy }) => from <= position && (closedBy === null || closedBy > position),
  );
  return new Map(reaching.map(({ finding }) => [finding.fingerprint, finding]));
}

function finding(fingerprint: string, outcome: (typeof outcomes)[number], why = 'met') {
  return lastingFinding(madeFinding(outcome, why, { fingerprint })).finding;
}

const arbitraryScan = fc
  .uniqueArray(
    fc.record({
      fingerprint: fc.constantFrom('a', 'b', 'c', 'd'),
      outcome: fc.constantFrom(...outcomes),
      why: fc.constantFrom('met', 'blocked-by'),
    }),
    { selector: ({ fingerprint }) => fingerprint },
  )
  .map((list) => list.map(({ fingerprint, outcome, why }) => finding(fingerprint, outcome, why)));
const arbitraryScans = fc.array(arbitraryScan, { minLength: 1, maxLength: 8 });

describe('spans', () => {
  test('give back every scan exactly as it was', () => {
    fc.assert(
      fc.property(arbitraryScans, (scans) => {
        const spans = follow(scans);

        for (const [position, findings] of scans.entries())
          expect(at(spans, position)).toEqual(
            new Map(findings.map((one) => [one.fingerprint, one])),
          );
      }),
      runs,
    );
  });

  test('moves of all findings add up to the difference of the scans', () => {
    fc.assert(
      fc.property(arbitraryScans, (scans) => {
        const spans = follow(scans);
        for (let position = 1; position < scans.length; position += 1) {
          const moved = moves(spans, position);
          for (const outcome of outcomes) {
            const came = moved.filter(([, to]) => to === outcome).length;
            const left = moved.filter(([from]) => from === outcome).length;
            const before = count(scans[position - 1], outcome);

            expect(count(scans[position], outcome)).toBe(before + came - left);
          }
        }
      }),
      runs,
    );
  });

  test('a fault opened again is as old as its reopening, and known since it was first seen', () => {
    const spans = follow([
      [finding('a', 'fail')],
      [finding('a', 'pass')],
      [finding('a', 'fail')],
      [finding('a', 'fail', 'other-reason')],
    ]);

    expect(spans.map(({ change, since, firstSeen }) => [change, since, firstSeen])).toEqual([
      ['new', 'day 0', 'day 0'],
      ['resolved', 'day 1', 'day 0'],
      ['reopened', 'day 2', 'day 0'],
      ['reopened', 'day 2', 'day 0'],
    ]);
  });

  test('deleted is gone, not resolved; back again and failing it is reopened', () => {
    const spans = follow([[finding('a', 'fail')], [], [finding('a', 'fail')]]);

    expect(spans.map(({ change, gone }) => [change, gone])).toEqual([
      ['new', 'gone'],
      ['reopened', null],
    ]);
  });

  test('what a new version judges for the first time is ours, not the account’s', () => {
    const given = { at: 'day 1', open: [], earlier: [], checkIsGone: false };

    const { opened } = followSpans({
      ...given,
      findings: [finding('a', 'fail')],
      checkIsNew: true,
    });

    expect(opened.map(({ change }) => change)).toEqual(['check-added']);
  });
});

function count(findings: readonly LastingFinding[] | undefined, outcome: Presence): number {
  return (findings ?? []).filter((one) => one.outcome === outcome).length;
}

/** Where each finding went between two scans, read from the spans alone. */
function moves(spans: readonly Kept[], position: number): [Presence, Presence][] {
  const names = new Set(spans.map((span) => span.finding.fingerprint));
  const before = at(spans, position - 1);
  const after = at(spans, position);
  const list = [...names].map((name): [Presence, Presence] => [
    before.get(name)?.outcome ?? 'gone',
    after.get(name)?.outcome ?? 'gone',
  ]);
  expect(list.flat().every((one) => presences.includes(one))).toBe(true);
  return list;
}
