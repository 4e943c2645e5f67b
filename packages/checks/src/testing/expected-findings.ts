import {
  defaultRegions,
  type CheckResult,
  type Evidence,
  type EvidenceId,
  type EvidenceReading,
} from '@ippo/contracts';

/** How many units and scopes without one a check has, counted from the evidence alone (checks.md 0.1-2). */
export function expectedFindings(check: CheckResult, evidence: Evidence): number {
  if (check.unit === 'account') return 1;
  const { assumed, regions } = listedRegions(evidence);
  if (check.unit === 'region') return regions.length + (assumed ? 1 : 0);
  return deliveryFindings(evidence, regions, assumed);
}

function listedRegions(evidence: Evidence) {
  const account = read(evidence, 'account.regions')[0];
  const ec2 = read(evidence, 'ec2.regions')[0];
  const disabled = ['DISABLED', 'not-opted-in'];
  const listed = account?.readable
    ? account.value.map((one) => ({ name: one.RegionName, state: one.RegionOptStatus }))
    : ec2?.readable
      ? ec2.value.map((one) => ({ name: one.RegionName, state: one.OptInStatus }))
      : null;
  if (listed === null)
    return {
      assumed: true,
      regions: (defaultRegions[evidence.partition] ?? []).map((name) => ({ name, open: true })),
    };
  return {
    assumed: false,
    regions: listed.map(({ name, state }) => ({ name, open: !disabled.includes(state ?? '') })),
  };
}

/** `ct-delivery`: each trail that logs or may log; each unread list unless a wide trail logs; at least one. */
function deliveryFindings(
  evidence: Evidence,
  regions: readonly { name: string; open: boolean }[],
  assumed: boolean,
): number {
  const lists = regions
    .filter(({ open }) => open)
    .map(({ name }) => read(evidence, 'cloudtrail.trails').find((list) => list.region === name));
  const trails = new Map(
    lists
      .flatMap((list) => (list?.readable ? list.value : (list?.partial ?? [])))
      .map((trail) => [trail.TrailARN, trail]),
  );
  const statuses = read(evidence, 'cloudtrail.trail-status');
  const units = [...trails].map(([arn, trail]) => {
    const status = statuses.find((one) => one.resource === arn);
    return { trail, logs: status?.readable ? status.value.IsLogging : undefined };
  });
  const wide = units.some(({ trail, logs }) => trail.IsMultiRegionTrail === true && logs === true);
  const unreadLists = wide ? 0 : lists.filter((list) => !list?.readable).length;
  const open = units.filter(({ logs }) => logs !== false).length;
  return Math.max(1, open + unreadLists + (assumed ? 1 : 0));
}

function read<Id extends EvidenceId>(evidence: Evidence, type: Id): EvidenceReading<Id>[] {
  return evidence.readings.filter(
    (reading): reading is EvidenceReading<Id> => reading.type === type,
  );
}
