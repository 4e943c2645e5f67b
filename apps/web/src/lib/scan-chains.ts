import type { Scan } from '@ippo/contracts';

/** Whose scan it is; null while AWS has not said. Made-up and real data never share one. */
export function chainOf({ source, account }: Scan): string | null {
  if (source === null || account === null) return null;
  return [source.kind, source.world ?? source.url ?? '', account].join(' ');
}

/** Whether a scan can stand at one end of a comparison. */
export function isComparable({ status, prunedAt }: Scan): boolean {
  return status === 'complete' && prunedAt === null;
}

/** The comparable scans of the same account and source as one of them, newest first. */
export function sameChain(scans: readonly Scan[], id: string): Scan[] {
  const of = scans.find((scan) => scan.id === id);
  const chain = of ? chainOf(of) : null;
  if (chain === null) return [];
  return scans.filter((scan) => isComparable(scan) && chainOf(scan) === chain);
}
