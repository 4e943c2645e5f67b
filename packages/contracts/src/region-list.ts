import type { EvidenceValue } from './evidence/evidence.ts';
import type { Reading } from './reading.ts';
import { defaultRegions } from './regions.ts';

/** What the region list says of one region; `undecided` is an enum value that nobody knows. */
export type ListedState = 'enabled' | 'not-enabled' | 'changing' | 'undecided' | 'assumed';

/** The regions of an account, and whether they are AWS's list or the partition's defaults. */
export type RegionList = { assumed: boolean; regions: { name: string; listed: ListedState }[] };

/** `RegionOptStatus` of account `ListRegions` and `OptInStatus` of EC2 `DescribeRegions`. */
const listedStates: Readonly<Record<string, ListedState>> = {
  enabled: 'enabled',
  enabled_by_default: 'enabled',
  'opt-in-not-required': 'enabled',
  'opted-in': 'enabled',
  disabled: 'not-enabled',
  'not-opted-in': 'not-enabled',
  enabling: 'changing',
  disabling: 'changing',
};

function listed(name: string, status: string | undefined) {
  return { name, listed: listedStates[status?.toLowerCase() ?? ''] ?? ('undecided' as const) };
}

/**
 * The regions in scope (checks.md 0.3): account `ListRegions`, else EC2 `DescribeRegions`, else the
 * partition's defaults. A list that was read in part, or is empty, is not used.
 */
export function regionList(
  accountRegions: Reading<EvidenceValue<'account.regions'>> | undefined,
  ec2Regions: Reading<EvidenceValue<'ec2.regions'>> | undefined,
  partition: string,
): RegionList {
  if (accountRegions?.readable && accountRegions.value.length > 0)
    return named(accountRegions.value.map((item) => listed(item.RegionName, item.RegionOptStatus)));
  if (ec2Regions?.readable && ec2Regions.value.length > 0)
    return named(ec2Regions.value.map((item) => listed(item.RegionName, item.OptInStatus)));
  const names = defaultRegions[partition] ?? defaultRegions.aws ?? [];
  return { assumed: true, regions: names.map((name) => ({ name, listed: 'assumed' })) };
}

function named(regions: RegionList['regions']): RegionList {
  return { assumed: false, regions: regions.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}
