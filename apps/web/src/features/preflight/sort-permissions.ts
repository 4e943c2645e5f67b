import type { CatalogueCheck, PreflightWithChecks } from '@ippo/contracts';

/** One permission as the preflight found it. */
export type Permission = PreflightWithChecks['permissions'][number];

/** Permissions by what is to do about them. */
export type Sorted = {
  /** Refused to the caller itself: a policy opens them. */
  missing: Permission[];
  /** Refused or unanswered for a reason that no policy of the caller mends. */
  other: Permission[];
  untried: Permission[];
  granted: Permission[];
};

export function sortPermissions(permissions: readonly Permission[]): Sorted {
  const refused = permissions.filter(({ result }) => result === 'refused');
  return {
    missing: refused.filter(({ refusal }) => refusal?.reason === 'denied'),
    other: refused.filter(({ refusal }) => refusal?.reason !== 'denied'),
    untried: permissions.filter(({ result }) => result === 'not-tried'),
    granted: permissions.filter(({ result }) => result === 'granted'),
  };
}

/** How many checks need one of these permissions, and how many of them are critical. */
export function checksBehind(
  permissions: readonly Permission[],
  checkOf: (id: string) => Pick<CatalogueCheck, 'severity'> | undefined,
): { n: number; critical: number } {
  const ids = [...new Set(permissions.flatMap(({ checks }) => checks))];
  const critical = ids.filter((id) => checkOf(id)?.severity === 'critical');
  return { n: ids.length, critical: critical.length };
}

/** Per service, how many of its permissions are there, in the order of the alphabet. */
export function byService(
  permissions: readonly Permission[],
): { service: string; granted: number; total: number }[] {
  const groups = Map.groupBy(permissions, ({ action }) => action.split(':')[0] ?? '');
  return [...groups].map(([service, own]) => ({
    service,
    granted: own.filter(({ result }) => result === 'granted').length,
    total: own.length,
  }));
}
