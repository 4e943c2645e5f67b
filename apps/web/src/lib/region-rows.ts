import type {
  CheckResult,
  Finding,
  Measure,
  Outcome,
  Reason,
  RegionState,
  ScanReport,
} from '@ippo/contracts';
import { findingShape } from './report-steps.ts';

/** The outcome of a check in one Region: the worst of its findings there. */
export type RegionCell = { check: CheckResult; shape: Outcome | 'blocked' };

/** A region with the outcome of each regional check there. */
export type RegionRow = {
  region: string;
  state: RegionState | 'partly';
  answered: number;
  total: number;
  cells: RegionCell[];
};

/** Checks that judge in each Region, by measure, those of the first steps first: the matrix's columns. */
export function regionalChecks(report: ScanReport): CheckResult[] {
  const inSteps = report.firstSteps.items.flatMap(({ checks }) => checks);
  const place = ({ id }: CheckResult) =>
    inSteps.includes(id) ? inSteps.indexOf(id) : inSteps.length;
  return report.checks
    .filter(({ unit }) => unit === 'region' || unit === 'plan')
    .toSorted((a, b) => a.measure - b.measure || place(a) - place(b));
}

/** How many columns each measure has, in their order. */
export function columnGroups(checks: readonly CheckResult[]): { measure: Measure; span: number }[] {
  return [...new Set(checks.map(({ measure }) => measure))].map((measure) => ({
    measure,
    span: checks.filter((check) => check.measure === measure).length,
  }));
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
    .map(({ name, state, answered, total }) => ({
      region: name,
      state: state === 'enabled' && refused.has(name) ? ('partly' as const) : state,
      answered,
      total,
      cells: checks.map((check) => ({
        check,
        shape: worst(check.findings.filter(({ region }) => region === name)),
      })),
    }))
    .toSorted((a, b) => darkness[a.state] - darkness[b.state] || fails(b) - fails(a));
}

const order = ['fail', 'unknown', 'blocked', 'manual', 'pass', 'not-applicable'] as const;

function worst(findings: readonly Finding[]): RegionCell['shape'] {
  const shapes = findings.map((finding) => findingShape(finding));
  return order.find((shape) => shapes.includes(shape)) ?? 'not-applicable';
}

function fails(row: RegionRow): number {
  return row.cells.filter(({ shape }) => shape === 'fail').length;
}

/** How many enabled regions gave at least one answer, of how many. */
export function regionsRead(report: ScanReport): { read: number; total: number; closed: number } {
  const states = report.regions.map(({ state }) => state);
  const open = states.filter((state) => state !== 'not-enabled');
  const read = open.filter((state) => state === 'enabled' || state === 'assumed');
  return { read: read.length, total: open.length, closed: states.length - open.length };
}

export const regionCountIds = [
  'read',
  'scp-denied',
  'unreachable',
  'out-of-scope',
  'not-enabled',
] as const;
export type RegionCountId = (typeof regionCountIds)[number];

/** The Regions of each kind; of those read, how many not in full. */
export function regionCounts(
  report: ScanReport,
): { id: RegionCountId; regions: string[]; partly: number }[] {
  const refused = new Set(report.unreadable.map(({ region }) => region));
  return regionCountIds.map((id) => {
    const regions = report.regions.filter(({ state }) => countOf(state) === id);
    const names = regions.map(({ name }) => name);
    return { id, regions: names, partly: names.filter((name) => refused.has(name)).length };
  });
}

function countOf(state: RegionState): RegionCountId {
  if (state === 'enabled' || state === 'assumed') return 'read';
  return state === 'changing' ? 'unreachable' : state;
}

/** A check that fails in all or nearly all Regions that were judged, for one reason. */
export type CommonCause = { check: CheckResult; reason: Reason; n: number; judged: number };

/** Regions that share a cause before it is said once: fewer are told apart easily. */
const shared = 3;

/** Columns of the matrix whose fails have one reason, where at least 80 % of what was judged fails. */
export function commonCauses(report: ScanReport): CommonCause[] {
  return regionalChecks(report).flatMap((check) => {
    const judged = check.findings.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail');
    const fails = judged.filter(({ outcome }) => outcome === 'fail');
    const codes = new Set(fails.map(({ reason }) => reason.code));
    const [first] = fails;
    // A Region may have several plans, so places are not Regions.
    const n = new Set(fails.map(({ region }) => region)).size;
    const of = new Set(judged.map(({ region }) => region)).size;
    if (!first || codes.size > 1 || n < shared || n < of * 0.8) return [];
    return [{ check, reason: first.reason, n, judged: of }];
  });
}

/** A check that could be judged in none of `n` Regions, and the cause of most of the `of` that were read. */
export type UnseenColumn = {
  check: CheckResult;
  n: number;
  of: number;
  most: number;
  first: Finding;
};

/** Columns of the matrix that are unknown wherever there is something to judge. */
export function unseenColumns(report: ScanReport): UnseenColumn[] {
  const read = new Set(
    report.regions.filter(({ state }) => state === 'enabled').map(({ name }) => name),
  );
  return regionalChecks(report).flatMap((check) => {
    const asked = check.findings.filter(({ outcome }) => outcome !== 'not-applicable');
    const n = places(asked);
    if (n < shared || asked.some(({ outcome }) => outcome !== 'unknown')) return [];
    // Why a dark Region says nothing stands in its row; the column is about the others, if there are any.
    const there = asked.filter(({ region }) => region !== undefined && read.has(region));
    const told = there.length > 0 ? there : asked;
    const groups = [...Map.groupBy(told, saidOf).values()];
    const [most = []] = groups.toSorted((x, y) => places(y) - places(x));
    const [first] = most;
    return first ? [{ check, n, of: places(told), most: places(most), first }] : [];
  });
}

function places(findings: readonly Finding[]): number {
  return new Set(findings.map(({ region }) => region)).size;
}

/** What a reason says besides the Region that it is about. */
function saidOf({ reason: { code, params }, region }: Finding): string {
  const others = Object.entries(params).filter(
    ([name, value]) => name !== 'region' || value !== region,
  );
  return JSON.stringify([code, others]);
}
