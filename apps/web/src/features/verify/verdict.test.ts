import { describe, expect, test } from 'vitest';
import { isPack } from './verdict.ts';

const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);
const text = new TextEncoder().encode('%PDF-1.7');

describe('which files are looked at as packs', () => {
  test.each([
    ['ippo-2026-11-22.pack.zip', zip, true],
    ['renamed', zip, true],
    ['report.xlsx', zip, false],
    ['report.pdf', text, false],
    // Cut off or overwritten at its beginning, it must be called damaged and not merely unknown.
    ['ippo-2026-11-22.pack.zip', text, true],
  ])('%s', (name, bytes, pack) => {
    expect(isPack(name, bytes)).toBe(pack);
  });
});
