import type { AuditRow } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { detailLines, subjectInWords } from './audit-details.ts';

describe('the details of an entry', () => {
  it('are told in words, what is not known as it is', () => {
    const detail = { configRetentionDays: '365 → 400', answer: 'yes', constructor: 'x' };
    const row: AuditRow = {
      ...{ id: 1, at: '2026-11-03T02:10:00.000Z', actor: null, actorName: null, subject: null },
      ...{ action: 'thresholds.set', detail, position: 1, previousHash: null, hash: null },
    };

    expect(detailLines(row, 'ja')).toEqual([
      'AWS Config の履歴に求める保持日数：365 → 400',
      '回答：はい',
      'constructor：x',
    ]);
  });

  it.each([
    ['configRetentionDays', 'AWS Config の履歴に求める保持日数'],
    ['111122223333', '1111-2222-3333'],
    ['ex-1', 'ex-1'],
  ])('are about %s: %s', (subject, words) => {
    expect(subjectInWords(subject, 'ja')).toBe(words);
  });
});
