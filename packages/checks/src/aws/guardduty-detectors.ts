import type { EvidenceValue } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';

export type DetectorValue = EvidenceValue<'guardduty.detector'>;
type DetectorReading = Sighted<DetectorValue>;

/** The detector ids of a region, those on the pages before a refused one included. */
export function detectorIds(
  evidence: EvidenceView<'guardduty.detectors'>,
  region: string,
): { list: Sighted<string[]>; ids: readonly string[] } {
  const list = evidence.in('guardduty.detectors', region);
  const ids = (list.readable ? list.value : list.partial) ?? [];
  return { list, ids: [...new Set(ids)].sort() };
}

/** Whether a detector is watching; null where it was not read or says what nobody knows. */
export function isWatching(detector: DetectorReading): boolean | null {
  const status = detector.readable ? detector.value.Status?.toUpperCase() : undefined;
  if (status === 'ENABLED') return true;
  return status === 'DISABLED' ? false : null;
}
