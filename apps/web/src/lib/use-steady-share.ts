import type { Scan } from '@ippo/contracts';
import { useState } from 'react';

/**
 * How much of what is known to ask was settled, 0 to 1, for a bar that never runs backwards: answers raise
 * new questions, so the share itself falls now and then.
 */
export function useSteadyShare(scan: Pick<Scan, 'id' | 'status' | 'progress'> | undefined): number {
  const [kept, setKept] = useState({ id: '', share: 0 });
  const { done = 0, total = 0, lanes = [] } = scan?.progress ?? {};
  const id = scan?.id ?? '';
  const progress = { done, total, lanes: lanes.length };
  const share = steadyShare(kept.id === id ? kept.share : 0, progress, isOver(scan));
  if (id !== kept.id || share !== kept.share) setKept({ id, share });
  return share;
}

function isOver(scan: Pick<Scan, 'status'> | undefined): boolean {
  return scan !== undefined && scan.status !== 'waiting' && scan.status !== 'running';
}

/**
 * While a scan runs the last twentieth stays open, as an answer may still raise a question. Before the
 * Regions have their lanes nearly nothing is known to ask.
 */
export function steadyShare(
  before: number,
  { done, total, lanes }: { done: number; total: number; lanes: number },
  over: boolean,
): number {
  if (over) return total === 0 ? 0 : done / total;
  if (lanes < 2 || total === 0) return before;
  return Math.max(before, 0.95 * (done / total));
}
