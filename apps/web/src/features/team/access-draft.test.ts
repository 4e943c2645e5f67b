import { describe, expect, test } from 'vitest';
import { accessOf, type AccessDraft } from './access-draft.ts';

const now = new Date('2026-11-22T06:00:00Z');
const auditor: AccessDraft = {
  ...{ role: 'auditor', chosen: ['111122223333'], typed: '', lastDay: '2026-12-31' },
};

describe('an access as it is written down', () => {
  test('of an auditor has accounts and an end, by the reader’s zone', () => {
    const typed = '4444-5555-6666, 111122223333';

    expect(accessOf({ ...auditor, typed }, 'Asia/Tokyo', now)).toEqual({
      access: {
        role: 'auditor',
        accounts: ['111122223333', '444455556666'],
        until: '2026-12-31T14:59:59.000Z',
      },
    });
  });

  test('of everybody else needs no end and has no accounts', () => {
    const draft = { ...auditor, role: 'viewer', lastDay: '' } as const;

    expect(accessOf(draft, 'UTC', now)).toEqual({ access: { role: 'viewer', until: null } });
  });

  test('says what is missing or cannot be', () => {
    expect(accessOf({ ...auditor, chosen: [], lastDay: '' }, 'UTC', now)).toEqual({
      faults: { accounts: { kind: 'missing' }, until: 'missing' },
    });
    expect(accessOf({ ...auditor, typed: '12345' }, 'UTC', now)).toEqual({
      faults: { accounts: { kind: 'bad', id: '12345' } },
    });
    expect(accessOf({ ...auditor, lastDay: '2026-11-21' }, 'UTC', now)).toEqual({
      faults: { until: 'bad' },
    });
    expect(accessOf({ ...auditor, role: 'owner', lastDay: '2026-02-30' }, 'UTC', now)).toEqual({
      faults: { until: 'bad' },
    });
  });
});
