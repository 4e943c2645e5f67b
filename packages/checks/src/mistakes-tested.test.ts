/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const page = readFileSync(new URL('../../../docs/mistakes-tested.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| ([^|]+) \| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, mistake = '', file = '', name = '']) => ({ mistake, file, name }),
);

describe('the page of mistakes', () => {
  test('has rows', () => {
    expect(rows.length).toBeGreaterThan(50);
  });

  test.each(rows)('mistake $mistake is held by a test that exists: $name', ({ file, name }) => {
    const text = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');

    expect(text).toMatch(new RegExp(`['"]${name.replaceAll(/[.*+?^$()|[\]\\{}]/g, '\\$&')}['"]`));
  });
});
