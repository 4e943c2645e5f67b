type Mark = { scanId: string };

/** How often a finding changed: each begin and each end counts, but an end where the next begins only once. */
export function changesOf(history: readonly { from: Mark; until: Mark | null }[]): number {
  const marks = history.flatMap(({ from, until }) => (until ? [from, until] : [from]));
  return Math.max(0, new Set(marks.map(({ scanId }) => scanId)).size - 1);
}
