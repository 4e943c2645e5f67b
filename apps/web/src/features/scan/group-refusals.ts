import type { ReadingReason, ScanProgress } from '@ippo/contracts';

/** Refusals of one reason: the regions they hit, or the one action. */
export type RefusalGroup = {
  key: string;
  reason: ReadingReason;
  regions: string[];
  actions: string[];
};

/** Regions that refuse several actions for one reason stand together; single actions apart. */
export function groupRefusals(refusals: ScanProgress['refusals']): RefusalGroup[] {
  const groups = new Map<string, RefusalGroup>();
  const perRegion = new Map<string, Set<string>>();
  for (const { region, action, reason } of refusals) {
    const place = `${region} ${reason}`;
    perRegion.set(place, (perRegion.get(place) ?? new Set()).add(action));
  }
  for (const { region, action, reason } of refusals) {
    const many = (perRegion.get(`${region} ${reason}`)?.size ?? 0) > 1 && region !== 'global';
    const key = many ? reason : `${action} ${reason}`;
    const group = groups.get(key) ?? { key, reason, regions: [], actions: [] };
    if (!group.regions.includes(region)) group.regions.push(region);
    if (!group.actions.includes(action)) group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()];
}
