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
  if (check.unit === 'user') return userFindings(evidence);
  if (check.unit === 'plan')
    return sum(regions.map(({ name }) => planFindings(evidence, name))) + (assumed ? 1 : 0);
  if (check.unit === 'bucket') return bucketFindings(evidence, regions, assumed);
  if (check.id === 'ct-log-validation') return trailFindings(evidence, regions, assumed);
  return deliveryFindings(evidence, regions, assumed);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((to, count) => to + count, 0);
}

/** `iam-user-mfa`: each user whose row is misshapen or does not say that there is no password. */
function userFindings(evidence: Evidence): number {
  const report = read(evidence, 'iam.credential-report')[0];
  if (!report?.readable) return 1;
  const age = (Date.parse(report.at) - Date.parse(report.value.GeneratedTime)) / 1000;
  if (age > 24 * 3600 || age < -300) return 1;
  const people = report.value.rows.filter(
    (row) => row.user !== '<root_account>' && row.password_enabled?.toLowerCase() !== 'false',
  );
  const lost = report.value.misshapen.filter((user) => user !== '<root_account>');
  return Math.max(1, people.length + lost.length);
}

/** `gd-features`: six plans where every detector was read and says a known status, and one is enabled. */
function planFindings(evidence: Evidence, region: string): number {
  const list = read(evidence, 'guardduty.detectors').find((one) => one.region === region);
  if (!list?.readable) return 1;
  const states = list.value.map((id) => {
    const detector = read(evidence, 'guardduty.detector').find((one) => one.resource === id);
    return detector?.readable ? detector.value.Status?.toUpperCase() : undefined;
  });
  const told = states.every((state) => state === 'ENABLED' || state === 'DISABLED');
  return told && states.includes('ENABLED') ? 6 : 1;
}

type Regions = readonly { name: string; open: boolean }[];

/** The trails that any list names, and how many lists of open regions were not read. */
function trailLists(evidence: Evidence, regions: Regions) {
  const lists = regions
    .filter(({ open }) => open)
    .map(({ name }) => read(evidence, 'cloudtrail.trails').find((list) => list.region === name));
  const trails = new Map(
    lists
      .flatMap((list) => (list?.readable ? list.value : (list?.partial ?? [])))
      .map((trail) => [trail.TrailARN, trail]),
  );
  return { trails, unread: lists.filter((list) => !list?.readable).length };
}

/** `ct-bucket-public`: each bucket once, each trail that names none, each unread list; at least one. */
function bucketFindings(evidence: Evidence, regions: Regions, assumed: boolean): number {
  const { trails, unread } = trailLists(evidence, regions);
  const units = new Set([...trails].map(([arn, { S3BucketName }]) => S3BucketName ?? arn));
  return Math.max(1, units.size + unread + (assumed ? 1 : 0));
}

/** `ct-log-validation`: each trail that may cover an open region, each unread list; at least one. */
function trailFindings(evidence: Evidence, regions: Regions, assumed: boolean): number {
  const { trails, unread } = trailLists(evidence, regions);
  const open = regions.filter((region) => region.open).map(({ name }) => name);
  const covering = [...trails.values()].filter(
    ({ IsMultiRegionTrail, HomeRegion }) =>
      IsMultiRegionTrail !== false || HomeRegion === undefined || open.includes(HomeRegion),
  );
  return Math.max(1, covering.length + unread + (assumed ? 1 : 0));
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
function deliveryFindings(evidence: Evidence, regions: Regions, assumed: boolean): number {
  const { trails, unread } = trailLists(evidence, regions);
  const statuses = read(evidence, 'cloudtrail.trail-status');
  const units = [...trails].map(([arn, trail]) => {
    const status = statuses.find((one) => one.resource === arn);
    return { trail, logs: status?.readable ? status.value.IsLogging : undefined };
  });
  const wide = units.some(({ trail, logs }) => trail.IsMultiRegionTrail === true && logs === true);
  const unreadLists = wide ? 0 : unread;
  const open = units.filter(({ logs }) => logs !== false).length;
  return Math.max(1, open + unreadLists + (assumed ? 1 : 0));
}

function read<Id extends EvidenceId>(evidence: Evidence, type: Id): EvidenceReading<Id>[] {
  return evidence.readings.filter(
    (reading): reading is EvidenceReading<Id> => reading.type === type,
  );
}
