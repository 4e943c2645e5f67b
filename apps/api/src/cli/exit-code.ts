import { severities, type ScanReport, type Severity } from '@ippo/contracts';

/** Exit statuses of the command line; of a scan 3 wins before 4 before 1. `defect` is a fault of ours. */
export const exitCodes = {
  ok: 0,
  notMet: 1,
  usage: 2,
  unreachable: 3,
  incomplete: 4,
  /** A pack was judged by another catalogue than ours. */
  otherCatalogue: 5,
  /** A pack lacks what it would be judged by. */
  notRecomputable: 6,
  defect: 70,
} as const;

/** What makes a scan's command end with 1. */
export type FailRule = { failOn: Severity | null; allowUnknown: boolean };

/** The exit status of a scan that reached its account. A refused reading does not make it incomplete. */
export function exitCodeOf(report: ScanReport, rule: FailRule): number {
  if (report.ended !== 'complete') return exitCodes.incomplete;
  const { failOn } = rule;
  if (failOn === null) return exitCodes.ok;
  const atLeast = severities.slice(0, severities.indexOf(failOn) + 1);
  const open = report.checks.some(
    (check) =>
      check.standing === 'not-met' &&
      atLeast.includes(check.severity) &&
      !(rule.allowUnknown && check.outcome === 'unknown' && !check.blocked),
  );
  return open ? exitCodes.notMet : exitCodes.ok;
}
