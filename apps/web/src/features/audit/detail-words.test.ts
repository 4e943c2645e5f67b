import { expect, it } from 'vitest';
import { partsOf } from './detail-words.tsx';

it('sets the old value before the new one, however a row tells it', () => {
  const access = { action: 'access.changed', detail: { role: 'viewer', before: 'owner' } };
  const limits = { action: 'thresholds.set', detail: { rootUsedDays: '90 → 30' } };

  expect([partsOf(access), partsOf(limits)]).toEqual([
    [{ name: 'role', before: 'owner', value: 'viewer' }],
    [{ name: 'rootUsedDays', before: '90', value: '30' }],
  ]);
});

it('keeps an earlier value that stands alone', () => {
  const parts = partsOf({ action: 'of.tomorrow', detail: { before: 'a', other: 'b' } });

  expect(parts).toEqual([
    { name: 'other', value: 'b' },
    { name: 'before', value: 'a' },
  ]);
});
