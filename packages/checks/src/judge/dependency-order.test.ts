import { describe, expect, test } from 'vitest';
import { madeCheck } from '../testing/made-results.ts';
import { inDependencyOrder } from './dependency-order.ts';

function ordered(...needs: [id: string, ...dependsOn: string[]][]) {
  const checks = needs.map(([id, ...dependsOn]) => madeCheck(id, { dependsOn }));
  return inDependencyOrder(checks).map(({ id }) => id);
}

describe('checks are judged after those they depend on', () => {
  test('through several steps, each once', () => {
    expect(ordered(['c', 'b'], ['b', 'a'], ['a'], ['d', 'a'])).toEqual(['a', 'b', 'c', 'd']);
  });

  test('otherwise in the order given', () => {
    expect(ordered(['b'], ['a'])).toEqual(['b', 'a']);
  });

  test('one that is not judged holds nothing up', () => {
    expect(ordered(['a', 'absent'])).toEqual(['a']);
  });

  test('a circle is refused with the way round', () => {
    expect(() => ordered(['a', 'b'], ['b', 'c'], ['c', 'a'])).toThrow(
      'circle of checks: a > b > c',
    );
    expect(() => ordered(['a', 'a'])).toThrow('circle of checks: a');
  });
});
