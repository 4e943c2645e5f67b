import type { FindingRow } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { afterTicking, lineOf, lineOfGroup, selectedLines } from './listed-rows.ts';

function row(fingerprint: string, region = 'us-east-1'): FindingRow {
  return {
    ...{ fingerprint, region, account: '111122223333', check: 'gd-enabled', outcome: 'fail' },
    ...{ severity: 'high', blocked: false, reason: { code: 'off', params: {} }, change: 'new' },
    ...{ since: '2026-11-16T00:00:00Z', firstSeen: '2026-11-16T00:00:00Z' },
  };
}

const [a, b, c] = [row('a'), row('b', 'eu-west-1'), row('c')];
const [pair] = lineOfGroup({ count: 2, findings: [a, b], same: true });
const lines = pair ? [pair, lineOf(c)] : [];

test('a group is ticked where each of its findings is, and ticking it takes them all', () => {
  const ticked = selectedLines(lines, ({ fingerprint }) => fingerprint !== 'c');

  expect(ticked.map(({ key }) => key)).toEqual(['group a', 'a', 'b']);
  expect(afterTicking([c], [lineOf(c)], [lineOf(c), ...lines.slice(0, 1)])).toEqual([c, a, b]);
});

test('taking one place out of a ticked group leaves the others', () => {
  const before = selectedLines(lines, () => true);
  const after = before.filter(({ key }) => key !== 'b');

  const rows = afterTicking([a, b, c], before, after);

  expect(rows).toEqual([a, c]);
  expect(selectedLines(lines, (one) => rows.includes(one)).map(({ key }) => key)).toEqual([
    'a',
    'c',
  ]);
});

test('a group that did not come whole is never ticked, and one finding is no group', () => {
  const [large] = lineOfGroup({ count: 3, findings: [a, b], same: true });

  expect(selectedLines(large ? [large] : [], () => true).map(({ key }) => key)).toEqual(['a', 'b']);
  expect(lineOfGroup({ count: 1, findings: [a], same: true })).toEqual([lineOf(a)]);
});
