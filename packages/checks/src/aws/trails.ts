import type { EvidenceValue, Trail } from '@ippo/contracts';
import type { EvidenceView, Sighted } from '../evidence-view.ts';
import { selectsWriteManagementEvents } from './management-events.ts';
import type { Told } from './root-user.ts';

type TrailList = Sighted<EvidenceValue<'cloudtrail.trails'>>;

/** A trail as the regions list it. One per ARN: names may repeat (mistakes.md 58). */
export type ListedTrail = {
  arn: string;
  trail: Trail;
  /** The region lists that name it. */
  listedIn: readonly TrailList[];
};

/** A trail with whether it logs and delivers. */
export type KnownTrail = ListedTrail & {
  status: Sighted<EvidenceValue<'cloudtrail.trail-status'>>;
};

/** A trail with what it records. */
export type SelectingTrail = KnownTrail & {
  selectors: Sighted<EvidenceValue<'cloudtrail.event-selectors'>>;
};

/** The trails that one region lists, those on the pages before a refused one included. */
export function listedTrails(list: TrailList): readonly Trail[] {
  return (list.readable ? list.value : list.partial) ?? [];
}

/** Every trail that any region lists, by ARN, in a stable order. */
export function everyTrail(evidence: EvidenceView<'cloudtrail.trails'>): readonly ListedTrail[] {
  const found = new Map<string, { trail: Trail; listedIn: TrailList[] }>();
  for (const region of evidence.regions.list) {
    const list = evidence.in('cloudtrail.trails', region.name);
    for (const trail of listedTrails(list)) {
      const known = found.get(trail.TrailARN);
      if (known) known.listedIn.push(list);
      else found.set(trail.TrailARN, { trail, listedIn: [list] });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([arn, known]) => ({ arn, ...known }));
}

/** Every trail with its status. */
export function knownTrails(
  evidence: EvidenceView<'cloudtrail.trails' | 'cloudtrail.trail-status'>,
): readonly KnownTrail[] {
  return everyTrail(evidence).map((listed) => ({
    ...listed,
    status: evidence.of('cloudtrail.trail-status', listed.arn),
  }));
}

/** Every trail with its status and its event selectors. */
export function selectingTrails(
  evidence: EvidenceView<
    'cloudtrail.trails' | 'cloudtrail.trail-status' | 'cloudtrail.event-selectors'
  >,
): readonly SelectingTrail[] {
  return knownTrails(evidence).map((known) => ({
    ...known,
    selectors: evidence.of('cloudtrail.event-selectors', known.arn),
  }));
}

/** Whether AWS says that the trail is logging. */
export function isLogging({ status }: KnownTrail): Told {
  return status.readable ? (status.value.IsLogging ?? null) : null;
}

/** Whether a trail keeps at least write management events. */
export function keepsWrites({ trail, selectors }: SelectingTrail): Told {
  if (trail.HasCustomEventSelectors === false) return true;
  return selectors.readable ? selectsWriteManagementEvents(selectors.value) : null;
}

/** Whether the last delivery went well; AWS may write no error as "" or "None". */
export function deliveryError({ status }: KnownTrail): string | null {
  return status.readable ? errorText(status.value.LatestDeliveryError) : null;
}

/** An error text of `GetTrailStatus`, or null where there is none. */
export function errorText(text: string | undefined): string | null {
  return text === undefined || text === '' || text === 'None' ? null : text;
}

/** Whether a trail watches a region; null where its answer lacks the field that tells. */
export function covers({ trail }: ListedTrail, region: string): Told {
  if (trail.IsMultiRegionTrail === true || trail.HomeRegion === region) return true;
  return trail.IsMultiRegionTrail === undefined || trail.HomeRegion === undefined ? null : false;
}

/** A trail of another account, as an organization's members see it. */
export function isForeign({ arn, trail }: ListedTrail, account: string): boolean {
  return trail.IsOrganizationTrail === true && arn.split(':')[4] !== account;
}
