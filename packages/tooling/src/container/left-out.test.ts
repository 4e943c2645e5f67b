import { describe, expect, test } from 'vitest';
import { leftOut } from './left-out.ts';

describe('what .dockerignore leaves out', () => {
  test.each([
    ['node_modules/a/b.js', true],
    ['apps/web/node_modules/a.js', true],
    ['.git/config', true],
    ['apps/.git/config', false],
    ['dist', true],
    ['a/b/c.age', true],
    ['a/b/c.agent', false],
    ['package.json', false],
  ])('%s: %s', (name, out) => {
    const isLeftOut = leftOut('# why\n**/node_modules\n**/dist\n\n**/*.age\n.git\n');

    expect(isLeftOut(name)).toBe(out);
  });

  test('a form that it does not know is no silent miss', () => {
    expect(() => leftOut('*\n!package.json')).toThrow('!package.json');
  });
});
