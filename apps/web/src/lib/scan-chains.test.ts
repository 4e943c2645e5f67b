import type { Scan } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { sameChain } from './scan-chains.ts';

function scan(id: string, changes: Partial<Scan> = {}): Scan {
  return {
    ...{ id, target: 'aws', status: 'complete', source: { kind: 'aws' }, account: '111122223333' },
    ...{ createdAt: '2026-11-16T00:00:00Z', startedAt: null, finishedAt: null, prunedAt: null },
    ...{ startedBy: null, problem: null, progress: null },
    ...changes,
  };
}

it('compares complete scans of one account and one source only', () => {
  const scans = [
    scan('newest'),
    scan('made-up', { source: { kind: 'simulated', world: 'acme-demo' } }),
    scan('cancelled', { status: 'cancelled' }),
    scan('pruned', { prunedAt: '2026-11-17T00:00:00Z' }),
    scan('other', { account: '999999999999' }),
    scan('oldest'),
  ];

  const found = sameChain(scans, 'newest');

  expect(found.map(({ id }) => id)).toEqual(['newest', 'oldest']);
});

it('has nothing to compare with a scan of which no account is known', () => {
  expect(sameChain([scan('failed', { account: null })], 'failed')).toEqual([]);
});
