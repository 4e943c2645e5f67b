import { expect, test } from 'vitest';
import { steadyShare } from './use-steady-share.ts';

test('new questions never set the bar back', () => {
  const first = steadyShare(0, { done: 92, total: 109, lanes: 18 }, false);

  const second = steadyShare(first, { done: 95, total: 218, lanes: 18 }, false);

  expect(second).toBe(first);
});

test('a bar is full only when the scan is over', () => {
  expect(steadyShare(0, { done: 10, total: 10, lanes: 2 }, false)).toBeLessThan(1);
  expect(steadyShare(0.95, { done: 10, total: 10, lanes: 2 }, true)).toBe(1);
});

test('a scan that ended early shows what it settled', () => {
  expect(steadyShare(0.8, { done: 50, total: 100, lanes: 2 }, true)).toBe(0.5);
});

test('one of two questions before the Regions are known is no half', () => {
  expect(steadyShare(0, { done: 1, total: 2, lanes: 1 }, false)).toBe(0);
});
