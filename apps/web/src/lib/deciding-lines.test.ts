import { describe, expect, test } from 'vitest';
import { decidingLines } from './deciding-lines.ts';

const trail = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/acme-trail';

describe('the line that decides', () => {
  test('is the field that the reason rests on, in the answer about what it names', () => {
    const status = { LatestDeliveryTime: '2026-11-10T05:02:11Z', IsLogging: false };
    const reason = { code: 'trail-stopped', params: { trails: [trail] } };

    expect(decidingLines(status, reason, trail)).toEqual([{ line: 3, text: 'IsLogging = false' }]);
    expect(decidingLines(status, reason, `${trail}-of-another`)).toEqual([]);
  });

  test('is that of the named one alone, in a list', () => {
    const rows = [
      { user: 'user-05', mfa_active: 'false', tags: { a: 1 } },
      { user: 'user-06', mfa_active: 'false' },
    ];
    const answer = { misshapen: [], rows };
    const reason = { code: 'user-without-mfa', params: { user: 'user-06' } };

    const [only, ...more] = decidingLines(answer, reason, undefined);

    expect(more).toEqual([]);
    expect(JSON.stringify(answer, null, 2).split('\n')[(only?.line ?? 0) - 1]).toBe(
      '      "mfa_active": "false"',
    );
    expect(JSON.stringify(answer, null, 2).split('\n')[(only?.line ?? 0) - 2]).toContain('user-06');
  });

  test('is the only one of an empty answer', () => {
    expect(decidingLines([], { code: 'no-detector', params: {} }, undefined)).toEqual([
      { line: 1, text: '[]' },
    ]);
  });

  test('is none where the value is another or the reason rests on more', () => {
    const params = { trails: [trail] };

    expect(decidingLines({ IsLogging: true }, { code: 'trail-stopped', params }, trail)).toEqual(
      [],
    );
    expect(decidingLines({ IsLogging: false }, { code: 'other', params }, trail)).toEqual([]);
  });
});
