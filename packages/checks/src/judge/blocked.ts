import type { CheckResult, Finding } from '@ippo/contracts';
import type { Check } from '../define-check.ts';
import { notApplicable, unknown, type UnitVerdict, type Verdict } from '../verdict.ts';

/**
 * Settles a scope without a unit by the prerequisite there (checks.md 0.1-4): failed → blocked, unknown →
 * unknown, otherwise nothing to judge. "There" is the same region when both judge regions.
 */
export function prerequisiteVerdict(
  check: Check,
  given: UnitVerdict,
  results: ReadonlyMap<string, CheckResult>,
): Verdict {
  for (const id of check.dependsOn) {
    const prerequisite = results.get(id);
    if (!prerequisite) continue;
    const there = findingsThere(prerequisite, given.region);
    const seen = { refs: [...given.evidence, ...there.flatMap((finding) => finding.evidence)] };
    if (failed(there)) return notApplicable('blocked-by', { check: id }, seen);
    if (there.some((finding) => finding.outcome === 'unknown'))
      return unknown('prerequisite-unknown', { check: id }, seen);
  }
  return notApplicable('nothing-to-judge', {}, { refs: given.evidence });
}

function findingsThere(prerequisite: CheckResult, region: string | undefined): Finding[] {
  const there = prerequisite.findings.filter((finding) => finding.region === region);
  return region !== undefined && there.length > 0 ? there : prerequisite.findings;
}

/** At least one failed, and every other failed or had nothing to judge. */
function failed(findings: readonly Finding[]): boolean {
  return (
    findings.some((finding) => finding.outcome === 'fail') &&
    findings.every((finding) => ['fail', 'not-applicable'].includes(finding.outcome))
  );
}
