import type { ScanEnd } from '@ippo/contracts';

/** The end that a scan may meet before it is complete. */
export function openScanEnd(cancel: AbortSignal | undefined, budgetMs: number) {
  const budget = new AbortController();
  const timer = setTimeout(() => budget.abort(new Error('The budget is spent.')), budgetMs);
  return {
    signal: AbortSignal.any([budget.signal, ...(cancel ? [cancel] : [])]),
    how(): ScanEnd {
      if (cancel?.aborted) return 'cancelled';
      return budget.signal.aborted ? 'budget-spent' : 'complete';
    },
    /** Ends it for a reason that the caller throws. */
    stop: () => budget.abort(new Error('The scan was stopped.')),
    close: () => clearTimeout(timer),
  };
}
