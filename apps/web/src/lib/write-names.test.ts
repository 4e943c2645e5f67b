import { expect, test } from 'vitest';
import { firstNames } from './write-names.ts';

test('each name is said once, and many are counted rather than one', () => {
  const regions = ['a', 'b', 'c', 'd'];

  expect(firstNames(['a', 'a', 'b', 'a'], 3)).toEqual({ named: ['a', 'b'], more: 0 });
  expect(firstNames(regions, 3)).toEqual({ named: regions, more: 0 });
  expect(firstNames([...regions, 'e'], 3)).toEqual({ named: ['a', 'b', 'c'], more: 2 });
});
