import { expect, test } from 'vitest';
import { changesOf } from './count-changes.ts';

const at = (scanId: string) => ({ scanId });

test('what stayed as it was did not change', () => {
  expect(changesOf([{ from: at('a'), until: null }])).toBe(0);
});

test('one outcome after another is one change', () => {
  const history = [
    { from: at('b'), until: null },
    { from: at('a'), until: at('b') },
  ];

  expect(changesOf(history)).toBe(1);
});

test('gone and back again are two changes', () => {
  const history = [
    { from: at('c'), until: null },
    { from: at('a'), until: at('b') },
  ];

  expect(changesOf(history)).toBe(2);
});
