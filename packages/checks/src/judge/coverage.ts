import type { CheckResult, Evidence, EvidenceReading, Outcome, ScanReport } from '@ippo/contracts';
import type { Check } from '../define-check.ts';
import { isBlocked } from './roll-up.ts';

/** How much was judged and read: judged is pass, fail or blocked; the rest of the total is unknown. */
export function coverage(
  results: readonly CheckResult[],
  evidence: Evidence,
): ScanReport['coverage'] {
  const findings = results.flatMap((result) => result.findings);
  return {
    checks: count(results.map((result) => ({ ...result, blocked: result.blocked }))),
    units: count(findings.map((finding) => ({ ...finding, blocked: isBlocked(finding) }))),
    readings: {
      answered: evidence.readings.filter((reading) => reading.readable).length,
      total: evidence.readings.length,
    },
  };
}

function count(items: readonly { outcome: Outcome; blocked: boolean }[]) {
  const judged = items.filter(
    ({ outcome, blocked }) =>
      outcome === 'pass' || outcome === 'fail' || (outcome === 'not-applicable' && blocked),
  ).length;
  const unknown = items.filter(({ outcome }) => outcome === 'unknown').length;
  return { judged, total: judged + unknown };
}

/** What could not be read, grouped by action, region and reason, with the checks that needed it. */
export function unreadable(evidence: Evidence, checks: readonly Check[]): ScanReport['unreadable'] {
  const groups = new Map<string, ScanReport['unreadable'][number]>();
  for (const reading of evidence.readings) {
    if (reading.readable) continue;
    const { action, region, reason } = reading;
    const key = JSON.stringify([region, action, reason]);
    const group = groups.get(key) ?? { action, region, reason, checks: [], count: 0 };
    const needing = [...group.checks, ...needers(reading, checks)];
    groups.set(key, { ...group, checks: [...new Set(needing)].sort(), count: group.count + 1 });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** EC2's region list only stands in for the account's own; every regional check needs one of them. */
function needers(reading: EvidenceReading, checks: readonly Check[]): string[] {
  const listsRegions = reading.type === 'account.regions' || reading.type === 'ec2.regions';
  return checks
    .filter(
      (check) => check.requires.includes(reading.type) || (listsRegions && check.unit === 'region'),
    )
    .map((check) => check.id);
}
