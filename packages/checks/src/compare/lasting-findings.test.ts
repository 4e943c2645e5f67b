import { describe, expect, test } from 'vitest';
import { madeFinding } from '../testing/made-results.ts';
import { lastingFinding, withInstants, withoutInstants } from './lasting-findings.ts';

const timed = { code: 'met', params: { deliveredAt: '2026-11-16T00:00:00Z', At: 'x', trail: 't' } };

describe('what of a reason lasts from scan to scan', () => {
  test('is its code and every parameter that is no instant', () => {
    expect(withoutInstants(timed)).toEqual({
      lasting: { code: 'met', params: { trail: 't' } },
      instants: { deliveredAt: '2026-11-16T00:00:00Z', At: 'x' },
    });
  });

  test('is all of one without instants: a name that only holds "at" is none', () => {
    const plain = { code: 'met', params: { What: 'x', atHome: 'y', format: 'z' } };

    expect(withoutInstants(plain)).toEqual({ lasting: plain, instants: {} });
    expect(withoutInstants(plain).lasting).toBe(plain);
  });

  test('comes together again with this scan’s instants', () => {
    const { lasting, instants } = withoutInstants(timed);

    expect(withInstants(lasting, instants)).toEqual(timed);
    expect(withInstants(lasting, undefined)).toEqual({ code: 'met', params: { trail: 't' } });
  });

  test('of a finding is all but its evidence and its instants', () => {
    const ref = { operation: 'a:B', region: 'r', at: 'x', requestId: '1', digest: null };
    const finding = madeFinding('pass', 'met', { reason: timed, evidence: [ref], facet: 'f' });

    expect(lastingFinding(finding)).toEqual({
      finding: {
        fingerprint: '',
        outcome: 'pass',
        unit: 'account',
        facet: 'f',
        reason: { code: 'met', params: { trail: 't' } },
      },
      instants: { deliveredAt: '2026-11-16T00:00:00Z', At: 'x' },
      evidence: [ref],
    });
  });
});
