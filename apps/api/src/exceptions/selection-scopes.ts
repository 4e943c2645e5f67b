import type { ExceptionScope } from '@ippo/contracts';
import type { OpenFinding } from '../store/findings/exception-counts.ts';

type Selected = Pick<OpenFinding, 'account' | 'check' | 'region' | 'resource'>;

/**
 * The fewest scopes that cover selected findings and nothing of another Region or resource: one for each
 * account, check and resource, with the Regions that were selected. Where a check judges no resource, its scope
 * names none.
 */
export function scopesOfSelection(findings: readonly Selected[]): ExceptionScope[] {
  const groups = Map.groupBy(findings, ({ account, check, resource }) =>
    JSON.stringify([account, check, resource]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { account, check, resource } = first;
    const regions = [...new Set(group.map(({ region }) => region))].toSorted();
    return [{ account, check, regions, resource: resource === '' ? null : resource }];
  });
}
