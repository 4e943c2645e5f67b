import { expect, it } from 'vitest';
import { filterOf } from './audit-query.ts';

const none = { actor: '', action: '', from: '', to: '' };

it('takes whole days of the reader’s zone, both ends included', () => {
  const filter = filterOf({ ...none, from: '2026-11-16', to: '2026-11-16' }, 'Asia/Tokyo');

  expect(filter).toEqual({
    from: '2026-11-15T15:00:00.000Z',
    to: '2026-11-16T15:00:00.000Z',
  });
});

it('leaves out what is no day and what is no action', () => {
  const filter = filterOf({ ...none, action: 'moon', from: '2026-02-31x', to: 'today' }, 'UTC');

  expect(filter).toEqual({});
});
