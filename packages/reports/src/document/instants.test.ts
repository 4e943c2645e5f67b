import { describe, expect, it } from 'vitest';
import { instantWriter } from './instants.ts';

describe('an instant in a report', () => {
  it('stands as UTC with the reader’s zone beside it', () => {
    const written = instantWriter('Asia/Tokyo').both('2026-11-16T00:02:56.320Z');

    expect(written).toBe('2026-11-16 00:02:56 UTC (09:02:56 JST)');
  });

  it('names the other day where the zone has one', () => {
    const written = instantWriter('Asia/Tokyo').both('2026-11-15T23:30:00.000Z');

    expect(written).toBe('2026-11-15 23:30:00 UTC (2026-11-16 08:30:00 JST)');
  });

  it('stands once where the zone is UTC, and as it came where it is none', () => {
    const { both } = instantWriter('UTC');

    expect([both('2026-11-16T00:02:56Z'), both('soon')]).toEqual([
      '2026-11-16 00:02:56 UTC',
      'soon',
    ]);
  });
});
