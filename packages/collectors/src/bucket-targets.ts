import type { Parents, Target } from './define-collector.ts';

/** The region that answers for buckets of any other, by partition (S3 API, `GetBucketLocation`). */
const leaders: Readonly<Record<string, string>> = {
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** Each bucket that a trail delivers to, once, asked for its place in the partition's leading region. */
export function trailBuckets(parents: Parents<'cloudtrail.trails'>): Target[] {
  const trails = [...parents.values()].flatMap((list) => (list.readable ? list.value : []));
  const targets = trails.flatMap(({ TrailARN, S3BucketName: resource }) => {
    const partition = TrailARN.split(':')[1] ?? '';
    return resource
      ? [[resource, { region: leaders[partition] ?? 'us-east-1', resource }] as const]
      : [];
  });
  return [...new Map(targets).values()];
}

/** Each bucket whose place is known, in its own region. */
export function placedBuckets(parents: Parents<'s3.bucket-location'>): Target[] {
  return [...parents.values()].flatMap((location) => {
    if (!location.readable || location.resource === undefined) return [];
    return [{ region: regionOf(location.value.LocationConstraint), resource: location.resource }];
  });
}

/** No constraint is us-east-1, and `EU` an old name of eu-west-1 (S3 API, `GetBucketLocation`). */
function regionOf(constraint: string | undefined): string {
  if (!constraint) return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}
