import type {
  CheckResult,
  Finding,
  Outcome,
  Reason,
  SentenceParams,
  Standing,
} from '@ippo/contracts';
import { aggregate } from '../aggregate.ts';
import type { Check } from '../define-check.ts';
import { weightOf } from './score.ts';

/** One check's result from its findings; `ifMet` is filled once all checks are judged. */
export function checkResult(check: Check, findings: Finding[]): CheckResult {
  const outcome = aggregate(
    check.aggregate,
    findings.map((finding) => finding.outcome),
  );
  const blocked = findings.some(isBlocked);
  return {
    id: check.id,
    severity: check.severity,
    weight: check.weight ?? weightOf(check.severity),
    measure: check.measure,
    unit: check.unit,
    aggregate: check.aggregate,
    dependsOn: [...check.dependsOn],
    outcome,
    reason: rollUpReason(outcome, findings),
    standing: standing(outcome, blocked),
    blocked,
    ifMet: null,
    findings,
  };
}

/** Whether a finding's prerequisite failed: counted as not met. */
export function isBlocked(finding: Finding): boolean {
  return finding.outcome === 'not-applicable' && finding.reason.code === 'blocked-by';
}

/** Met, not met, or out of the sum (design.md §6). */
function standing(outcome: Outcome, blocked: boolean): Standing {
  if (blocked || outcome === 'fail' || outcome === 'unknown') return 'not-met';
  return outcome === 'pass' ? 'met' : 'out';
}

/**
 * The reason most findings of the deciding outcome give (ties: alphabetical), with what they agree on and a
 * list of what they do not. Unknown beside passes is `partly-read`.
 */
function rollUpReason(outcome: Outcome, findings: readonly Finding[]): Reason {
  const deciding = findings.filter((finding) => finding.outcome === outcome);
  const blockedOnes = deciding.filter(isBlocked);
  const counts = { count: deciding.length, of: findings.length };
  if (outcome === 'unknown' && findings.some((finding) => finding.outcome === 'pass'))
    return { code: 'partly-read', params: counts };
  const speaking = blockedOnes.length > 0 ? blockedOnes : deciding;
  const byCode = Map.groupBy(speaking, (finding) => finding.reason.code);
  const [code, most] = [...byCode].sort(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  )[0] ?? ['nothing-to-judge', []];
  return { code, params: { ...agreed(most), ...counts } };
}

function agreed(findings: readonly Finding[]): SentenceParams {
  const names = new Set(findings.flatMap((finding) => Object.keys(finding.reason.params)));
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const values = findings.flatMap((finding) => finding.reason.params[name] ?? []);
      const distinct = [...new Set(values)].sort(byText);
      const [only] = distinct;
      return [name, distinct.length === 1 && only !== undefined ? only : distinct.map(String)];
    }),
  );
}

function byText(a: string | number, b: string | number): number {
  return String(a) < String(b) ? -1 : 1;
}
