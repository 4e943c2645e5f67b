import type { TrendPoint } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { placed, rowsOf, runs, ticks } from './layout.ts';

const until = Date.parse('2026-11-16T00:00:00Z');

function point(at: string, comparable: number | null = 50): TrendPoint {
  return {
    ...{ scanId: at, at: `${at}T00:00:00Z`, score: comparable, comparable, before: comparable },
    ...{ from: 40, upTo: 60, stepsDone: 4, stepsUnknown: 0, fails: {}, unknown: 0 },
    ...{ changes: {}, marks: [], moved: [], checks: { judged: 20, total: 25 } },
  };
}

function days(list: readonly { at: string }[]): string[] {
  return list.map(({ at }) => at.slice(5, 10));
}

test('only points of the range are drawn', () => {
  const points = [point('2026-08-01'), point('2026-11-09'), point('2026-11-17')];

  expect(days(placed(points, 84, until))).toEqual(['11-09']);
});

test('a line breaks where nobody scanned for longer than ten days, and lone points stand alone', () => {
  const points = ['2026-09-07', '2026-09-14', '2026-10-12', '2026-10-22', '2026-11-16'].map((at) =>
    point(at),
  );

  const found = runs(placed(points, 84, until));

  expect(found.map(days)).toEqual([['09-07', '09-14'], ['10-12', '10-22'], ['11-16']]);
});

test('a line breaks where no score could be given', () => {
  const points = [point('2026-11-02'), point('2026-11-05', null), point('2026-11-09')];

  const found = runs(placed(points, 84, until), ({ comparable }) => comparable !== null);

  expect(found.map(days)).toEqual([['11-02'], ['11-09']]);
});

test('each tick tells the last point of its week, and none where nobody scanned', () => {
  const points = placed([point('2026-11-10'), point('2026-11-12')], 84, until);

  const found = ticks(points, { days: 84, until, count: 12 });

  expect(found).toHaveLength(12);
  expect(found.map((tick) => tick.point?.at.slice(5, 10))).toEqual([
    ...Array.from({ length: 11 }, () => undefined),
    '11-12',
  ]);
  expect(found.at(-1)?.time).toBe(until);
});

test('labels that would overlap stand in different rows, and one too many is left to the table', () => {
  const labels = [0, 10, 20, 200].map((x) => ({ x, width: 100 }));

  expect(rowsOf(labels, 2)).toEqual([0, 1, null, 0]);
});
