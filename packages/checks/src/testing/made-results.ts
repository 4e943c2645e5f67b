import type { CheckResult, Finding, Outcome, Severity } from '@ippo/contracts';
import type { Check } from '../define-check.ts';
import { checkResult } from '../judge/roll-up.ts';
import type { UnitVerdict } from '../verdict.ts';
import registered from '../catalog/organizations/org-member.ts';

/** A check that says what the test says, with the texts of a real one. */
export function madeCheck(id: string, changes: Partial<Check> = {}): Check {
  return { ...registered, id, evaluate: () => [], ...changes };
}

/** A verdict with a reason of its own; `not-applicable` is structural unless the code says blocked. */
export function says(outcome: UnitVerdict['outcome'], code = 'met'): UnitVerdict {
  return { outcome, code, params: {}, evidence: [] };
}

/** A finding without evidence. */
export function madeFinding(
  outcome: Outcome,
  code = 'met',
  changes: Partial<Finding> = {},
): Finding {
  const reason = { code, params: {} };
  return { fingerprint: '', outcome, unit: 'account', reason, evidence: [], ...changes };
}

/** A check's result from outcomes, as the engine would roll them up. */
export function madeResult(
  id: string,
  severity: Severity,
  ...outcomes: (Outcome | 'blocked')[]
): CheckResult {
  return checkResult(
    madeCheck(id, { severity }),
    outcomes.map((outcome) =>
      outcome === 'blocked'
        ? madeFinding('not-applicable', 'blocked-by')
        : madeFinding(outcome, outcome === 'unknown' ? 'not-read' : 'met'),
    ),
  );
}
