import type { Trail } from '@ippo/contracts';
import type { Parents, Target } from './define-collector.ts';

/**
 * Each trail once, by ARN: in its home region where that is asked, because the status is one region's;
 * else in the first asked region that lists it, as soon as no earlier one can.
 */
export function trailTargets(
  parents: Parents<'cloudtrail.trails'>,
  regions: readonly string[],
  wanted: (trail: Trail) => boolean,
): Target[] {
  const targets = new Map<string, Target>();
  let everyEarlierSettled = true;
  for (const region of regions) {
    const list = parents.get(region);
    if (!list) everyEarlierSettled = false;
    if (!list?.readable) continue;
    for (const trail of list.value.filter(wanted)) {
      const home = regions.find((name) => name === trail.HomeRegion);
      if (!home && !everyEarlierSettled) continue;
      if (targets.has(trail.TrailARN)) continue;
      targets.set(trail.TrailARN, { region: home ?? region, resource: trail.TrailARN });
    }
  }
  return [...targets.values()];
}
