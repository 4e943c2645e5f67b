import type { Finding } from '@ippo/contracts';

/** What a finding is about where that has a name of its own: a user, a bucket, a plan or a trail. */
export function unitName({ unit, resource, facet }: Finding): string | undefined {
  if (unit === 'account' || unit === 'region') return undefined;
  const name = unit === 'user' || unit === 'plan' ? (facet ?? resource) : resource;
  return name?.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name;
}

/** The names of findings, each once; empty where some finding has none. */
export function unitNames(findings: readonly Finding[]): string[] {
  const names = findings.map((finding) => unitName(finding));
  return names.includes(undefined) ? [] : [...new Set(names.flatMap((name) => name ?? []))];
}
