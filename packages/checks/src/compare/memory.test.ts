import type { Outcome } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
import { madeFinding } from '../testing/made-results.ts';
import { lastingFinding } from './lasting-findings.ts';
import { followSpans, type LastingFinding, type Span } from './spans.ts';
import { noMemory, remember, transition } from './transition.ts';

const failedOnce = { known: null, failedBefore: true };

describe('what is remembered of a finding', () => {
  test.each([
    ['pass', 'fail', noMemory, noMemory],
    ['fail', 'pass', noMemory, failedOnce],
    ['pass', 'gone', failedOnce, failedOnce],
    ['pass', 'unknown', noMemory, { known: 'pass', failedBefore: false }],
    ['fail', 'unknown', noMemory, { known: 'fail', failedBefore: true }],
    ['gone', 'unknown', noMemory, noMemory],
    [
      'unknown',
      'unknown',
      { known: 'manual', failedBefore: true },
      { known: 'manual', failedBefore: true },
    ],
    ['unknown', 'pass', { known: 'fail', failedBefore: true }, failedOnce],
    ['unknown', 'gone', { known: 'pass', failedBefore: false }, noMemory],
  ] as const)('%s → %s after %j is %j', (before, after, memory, expected) => {
    expect(remember(before, after, memory)).toEqual(expected);
  });

  test('what it was before the dark counts out of the dark only', () => {
    expect(transition('fail', 'pass', { known: 'pass', failedBefore: false })).toBe('resolved');
    expect(transition('unknown', 'pass', { known: 'fail', failedBefore: true })).toBe('resolved');
  });
});

const MONDAY = '2026-11-16T00:00:00Z';
const TUESDAY = '2026-11-17T00:00:00Z';

function finding(outcome: Outcome, code = 'met'): LastingFinding {
  return lastingFinding(madeFinding(outcome, code, { fingerprint: 'a' })).finding;
}

function follow(given: Partial<Parameters<typeof followSpans>[0]>) {
  const usual = { at: MONDAY, findings: [], open: [], earlier: [] };
  return followSpans({ ...usual, checkIsNew: false, checkIsGone: false, ...given });
}

/** What each scan's only finding became; null is a scan without it. */
function changes(...outcomes: (Outcome | null)[]) {
  let open: Span[] = [];
  let earlier: Span[] = [];
  return outcomes.map((outcome) => {
    const findings = outcome ? [finding(outcome)] : [];
    const { opened, closed } = follow({ findings, open, earlier });
    earlier = outcome ? [] : [...earlier, ...closed.map(({ span }) => span)];
    open = opened.length > 0 ? opened : outcome ? open : [];
    return opened[0]?.change ?? closed[0]?.gone ?? 'unchanged';
  });
}

describe('the spans of a finding', () => {
  test('begin with the first scan that sees it, with nothing to remember', () => {
    expect(follow({ findings: [finding('pass')] })).toEqual({
      opened: [
        {
          finding: finding('pass'),
          change: 'appeared',
          since: MONDAY,
          firstSeen: MONDAY,
          ...noMemory,
        },
      ],
      closed: [],
    });
  });

  test('are not touched by a scan in which nothing changed', () => {
    const open = follow({ findings: [finding('fail')] }).opened;

    expect(follow({ at: TUESDAY, findings: [finding('fail')], open })).toEqual({
      opened: [],
      closed: [],
    });
  });

  test('end where the finding is gone, or where its check is', () => {
    const open = follow({ findings: [finding('fail')] }).opened;
    const endings = [false, true].map((checkIsGone) => follow({ open, checkIsGone }).closed);

    expect(endings).toEqual([
      [{ span: open[0], gone: 'gone' }],
      [{ span: open[0], gone: 'check-removed' }],
    ]);
  });

  test('look through the dark', () => {
    expect(changes('fail', 'unknown', 'fail')).toEqual(['new', 'became-unknown', 'became-known']);
    expect(changes('fail', 'unknown', 'unknown', 'pass')).toEqual([
      'new',
      'became-unknown',
      'unchanged',
      'resolved',
    ]);
  });

  test('remember across absence only whether it ever failed', () => {
    expect(changes('pass', null, 'fail')).toEqual(['appeared', 'gone', 'new']);
    expect(changes('fail', null, 'fail')).toEqual(['new', 'gone', 'reopened']);
    expect(changes('fail', 'pass', null, 'fail')).toEqual(['new', 'resolved', 'gone', 'reopened']);
  });

  test('of a check that is new are ours, unless the finding was seen before', () => {
    const { opened } = follow({ findings: [finding('fail')] });
    const again = follow({ findings: [finding('fail')], earlier: opened, checkIsNew: true });

    expect(again.opened.map(({ change }) => change)).toEqual(['reopened']);
  });
});
