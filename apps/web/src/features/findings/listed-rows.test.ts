import type { FindingRow } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { isGroup, lineOf, lineOfGroup, shared } from './listed-rows.ts';

function row(fingerprint: string, region = 'us-east-1'): FindingRow {
  return {
    ...{ fingerprint, region, account: '111122223333', check: 'gd-enabled', outcome: 'fail' },
    ...{ severity: 'high', blocked: false, reason: { code: 'off', params: {} }, change: 'new' },
    ...{ since: '2026-11-16T00:00:00Z', firstSeen: '2026-11-16T00:00:00Z', group: 'g1' },
  };
}

const [a, b] = [row('a'), row('b', 'eu-west-1')];

test('one finding alone is no group, and a group without findings is no line', () => {
  expect(lineOfGroup({ count: 1, findings: [a], same: true })).toEqual([lineOf(a)]);
  expect(lineOfGroup({ count: 0, findings: [], same: true })).toEqual([]);
  expect(lineOfGroup({ count: 2, findings: [a, b], same: true }).map(isGroup)).toEqual([true]);
});

test('what a group shares is told of one that came whole alone', () => {
  const [whole] = lineOfGroup({ count: 2, findings: [a, b], same: true });
  const [part] = lineOfGroup({ count: 3, findings: [a, b], same: true });

  const told = [whole, part].map((line) => line && shared(line, ({ check }) => check));

  expect(told).toEqual(['gd-enabled', undefined]);
  expect(whole && shared(whole, ({ region }) => region)).toBeUndefined();
});
