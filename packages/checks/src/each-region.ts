import type { EvidenceView } from './evidence-view.ts';
import type { ScopedRegion } from './judge/region-scope.ts';
import { notApplicable, unknown, type UnitVerdict, type Verdict } from './verdict.ts';

/** What the region list alone decides. */
type RegionCode =
  | 'region-not-enabled'
  | 'region-changing'
  | 'region-scp-denied'
  | 'regions-not-listed';

/**
 * Judges each region of the scope; those that the list rules out get their outcome here (checks.md 0.3).
 * An assumed scope adds one unknown unit: regions that could not be listed.
 */
export function eachRegion<Code extends string>(
  evidence: EvidenceView<never>,
  judgeRegion: (region: string) => Verdict<Code>,
): UnitVerdict<Code | RegionCode>[] {
  return eachInRegion(evidence, (region) => [judgeRegion(region)]);
}

/** As `eachRegion`, for checks that have several units, told apart by facet, in one region. */
export function eachInRegion<Code extends string>(
  evidence: EvidenceView<never>,
  judgeRegion: (region: string) => readonly UnitVerdict<Code>[],
): UnitVerdict<Code | RegionCode>[] {
  const verdicts = evidence.regions.list.flatMap((region): UnitVerdict<Code | RegionCode>[] => {
    const ruled = ruledOut(region);
    const judged = ruled ? [ruled] : judgeRegion(region.name);
    return judged.map((verdict) => ({ ...verdict, region: region.name }));
  });
  return [...verdicts, ...unlistedRegions(evidence)];
}

/** One unknown unit where the regions could not be listed: further ones may be enabled. */
export function unlistedRegions({
  regions,
}: EvidenceView<never>): UnitVerdict<'regions-not-listed'>[] {
  return regions.assumed ? [{ facet: 'unlisted', ...unknown('regions-not-listed', {}) }] : [];
}

function ruledOut(region: ScopedRegion): Verdict<RegionCode> | null {
  if (region.state === 'not-enabled') return notApplicable('region-not-enabled', {});
  if (region.state === 'out-of-scope') return notApplicable('region-scp-denied', {});
  if (region.state === 'changing') return unknown('region-changing', {});
  return null;
}
