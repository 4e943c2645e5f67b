import type { EvidenceView } from '../evidence-view.ts';
import { unknown, unread, type UnitVerdict } from '../verdict.ts';

/** An unknown unit for each unread list: trails of a single region appear in their own region's list only. */
export function unreadTrailLists(
  evidence: EvidenceView<'cloudtrail.trails'>,
): UnitVerdict<'not-read' | 'region-changing'>[] {
  const watched = evidence.regions.list.filter(
    ({ state }) => state !== 'not-enabled' && state !== 'out-of-scope',
  );
  return watched.flatMap(({ name, state }): UnitVerdict<'not-read' | 'region-changing'>[] => {
    const list = evidence.in('cloudtrail.trails', name);
    if (list.readable) return [];
    const verdict = state === 'changing' ? unknown('region-changing', {}) : unread(list);
    return [{ region: name, ...verdict }];
  });
}

/** The lists of trails that AWS answered: what "there is no trail" rests on. */
export function readTrailLists(evidence: EvidenceView<'cloudtrail.trails'>) {
  return evidence.regions.list
    .map(({ name }) => evidence.in('cloudtrail.trails', name))
    .filter((list) => list.readable);
}
