import type { EvidenceView } from '../evidence-view.ts';
import { unknown, unread, type UnitVerdict } from '../verdict.ts';

/**
 * An unknown unit for each trail list that was not read, and one where regions could not be listed: trails
 * of a single region appear in their own region's list only.
 */
export function unreadTrailLists(
  evidence: EvidenceView<'cloudtrail.trails'>,
): UnitVerdict<'not-read' | 'regions-not-listed'>[] {
  const watched = evidence.regions.list.filter(
    (region) => region.state !== 'not-enabled' && region.state !== 'out-of-scope',
  );
  const open = watched.flatMap(({ name }): UnitVerdict<'not-read' | 'regions-not-listed'>[] => {
    const list = evidence.in('cloudtrail.trails', name);
    return list.readable ? [] : [{ region: name, ...unread(list) }];
  });
  if (evidence.regions.assumed)
    open.push({ facet: 'unlisted', ...unknown('regions-not-listed', {}) });
  return open;
}
