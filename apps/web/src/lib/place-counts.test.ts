import type { Finding } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { placeCounts } from './place-counts.ts';

function finding(outcome: Finding['outcome'], code: string): Finding {
  return {
    fingerprint: '',
    outcome,
    unit: 'region',
    reason: { code, params: {} },
    evidence: [],
  };
}

test('a place that was not read, or had nothing to judge, is not counted as judged', () => {
  const findings = [
    finding('pass', 'on'),
    finding('fail', 'off'),
    finding('not-applicable', 'blocked-by'),
    finding('unknown', 'denied'),
    finding('not-applicable', 'region-not-enabled'),
    finding('not-applicable', 'region-not-enabled'),
  ];

  const counts = placeCounts(findings);

  expect(counts).toEqual([
    { kind: 'judged', n: 3 },
    { kind: 'not-read', n: 1 },
    { kind: 'nothing', n: 2 },
  ]);
});
