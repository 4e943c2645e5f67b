import type { CheckResult, Finding, RegionState, ScanReport } from '@ippo/contracts';

/** A region with the finding of each regional check there. */
export type RegionRow = {
  region: string;
  state: RegionState | 'partly';
  cells: { check: CheckResult; finding: Finding | undefined }[];
};

/** Checks that judge regions, in the order of the first steps: the columns of the matrix. */
export function regionalChecks(report: ScanReport): CheckResult[] {
  const inSteps = report.firstSteps.items.flatMap(({ checks }) => checks);
  const place = ({ id }: CheckResult) =>
    inSteps.includes(id) ? inSteps.indexOf(id) : inSteps.length;
  return report.checks
    .filter(({ unit }) => unit === 'region')
    .toSorted((a, b) => place(a) - place(b));
}

const darkness: Record<RegionRow['state'], number> = {
  unreachable: 0,
  'scp-denied': 0,
  changing: 1,
  partly: 2,
  enabled: 2,
  assumed: 2,
  'out-of-scope': 3,
  'not-enabled': 4,
};

/** Dark rows on top, then those with most to do; regions that are not enabled are left out. */
export function regionRows(report: ScanReport): RegionRow[] {
  const checks = regionalChecks(report);
  const refused = new Set(report.unreadable.map(({ region }) => region));
  return report.regions
    .filter(({ state }) => state !== 'not-enabled')
    .map(({ name, state }) => ({
      region: name,
      state: state === 'enabled' && refused.has(name) ? ('partly' as const) : state,
      cells: checks.map((check) => ({
        check,
        finding: check.findings.find(({ region }) => region === name),
      })),
    }))
    .toSorted((a, b) => darkness[a.state] - darkness[b.state] || fails(b) - fails(a));
}

function fails(row: RegionRow): number {
  return row.cells.filter(({ finding }) => finding?.outcome === 'fail').length;
}

/** How many enabled regions gave at least one answer, of how many. */
export function regionsRead(report: ScanReport): { read: number; total: number; closed: number } {
  const states = report.regions.map(({ state }) => state);
  const open = states.filter((state) => state !== 'not-enabled');
  const read = open.filter((state) => state === 'enabled' || state === 'assumed');
  return { read: read.length, total: open.length, closed: states.length - open.length };
}
