import { catalogue } from '@ippo/checks';
import { stepIds, type OverviewRow } from '@ippo/contracts';
import { figuresOf } from './trend.ts';
import type { NewestScan } from './newest-scans.ts';

/** Checks about the organization rather than the account. */
const organizationChecks = catalogue.checks
  .filter(({ requires }) => requires[0]?.startsWith('organizations.'))
  .map(({ id }) => id);
/** A step that needs nothing more. */
const settled = new Set(['done', 'not-needed']);

/** Several accounts side by side, the lowest proven score first; there is no average. */
export function overviewOf(scans: readonly NewestScan[]) {
  const steps = stepIds.map((id) => ({
    id,
    done: scans.filter((scan) => settled.has(scan.steps[id] ?? 'unknown')).length,
    unknown: scans.filter((scan) => (scan.steps[id] ?? 'unknown') === 'unknown').length,
  }));
  return {
    steps,
    stepsDone: scans.length === 0 ? 0 : steps.filter(({ done }) => done === scans.length).length,
    accounts: scans
      .toSorted((a, b) => a.scoreFrom - b.scoreFrom || (a.account < b.account ? -1 : 1))
      .map((scan): OverviewRow => {
        const { account, organization, changes } = scan;
        return { account, organization, steps: scan.steps, changes, ...figuresOf(scan) };
      }),
    organizations: organizationsOf(scans),
  };
}

/**
 * Each organization's own checks, once: from the account of which most could be judged. The management
 * account sees all of it, a delegated administrator more than the others.
 */
function organizationsOf(scans: readonly NewestScan[]) {
  const members = Map.groupBy(scans, ({ organization }) => organization);
  return [...members].flatMap(([organization, accounts]) => {
    const [best] = accounts.toSorted(
      (a, b) => unseen(a) - unseen(b) || (a.account < b.account ? -1 : 1),
    );
    if (organization === null || !best) return [];
    const checks = organizationChecks.flatMap((id) => {
      const found = best.standings[id];
      return found ? [{ id, outcome: found.outcome, standing: found.standing }] : [];
    });
    return [{ organization, account: best.account, checks }];
  });
}

function unseen({ standings }: NewestScan): number {
  return organizationChecks.filter((id) => standings[id]?.outcome === 'unknown').length;
}
