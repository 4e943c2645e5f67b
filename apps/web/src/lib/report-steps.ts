import type { CheckResult, Finding, Measure, ScanReport, StepId, StepState } from '@ippo/contracts';

/** The course's order: each step under its measure. */
export const measureOfStep = {
  'own-accounts': 1,
  'root-mfa': 2,
  'root-access-key': 2,
  'root-unused': 2,
  trail: 3,
  config: 3,
  guardduty: 4,
} as const satisfies Record<StepId, Measure>;

/** A step of a report with the results behind it. */
export type StepView = {
  id: StepId;
  number: number;
  measure: Measure;
  state: StepState;
  checks: CheckResult[];
  /** The check that decides: the first not met, else the first. */
  deciding: CheckResult | undefined;
  passing: Finding[];
  failing: Finding[];
  unknown: Finding[];
};

export function stepsOf(report: ScanReport): StepView[] {
  return report.firstSteps.items.map((item, index) => {
    const checks = item.checks.flatMap(
      (id) => report.checks.find((check) => check.id === id) ?? [],
    );
    checks.sort((a, b) => b.weight - a.weight);
    const findings = checks.flatMap((check) => check.findings);
    const of = (outcome: Finding['outcome']) => findings.filter((one) => one.outcome === outcome);
    return {
      id: item.id,
      number: index + 1,
      measure: measureOfStep[item.id],
      state: item.state,
      checks,
      deciding: decidingCheck(checks),
      passing: of('pass'),
      failing: of('fail'),
      unknown: of('unknown'),
    };
  });
}

const urgency: Record<CheckResult['outcome'], number> = {
  fail: 0,
  unknown: 1,
  manual: 2,
  'not-applicable': 3,
  pass: 4,
};

/** A person's no decides before what could not be read. */
function urgencyOf({ outcome, reason }: CheckResult): number {
  return reason.code === 'answered-no' ? 0.5 : urgency[outcome];
}

function decidingCheck(checks: CheckResult[]): CheckResult | undefined {
  return checks.toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || b.weight - a.weight)[0];
}

const answered = ['answered-yes', 'answered-no', 'answer-expired'] as const;

/** The word beside the shape: where a person answers, also what was answered. */
export function outcomeId(result: CheckResult | Finding) {
  const code = answered.find((one) => one === result.reason.code);
  if (result.outcome === 'manual' && code) return `outcome.${code}` as const;
  const shape = 'blocked' in result ? shapeOf(result) : findingShape(result);
  return `outcome.${shape}` as const;
}

/** Whether a person's answer, rather than a reading, settles a check. */
export function asksPerson({ outcome, reason }: Pick<CheckResult, 'outcome' | 'reason'>): boolean {
  return outcome === 'manual' || reason.code === 'org-ownership-unknown';
}

/** Regions that findings name, each once, in the order of the findings. */
export function regionsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap((finding) => finding.region ?? []))];
}

/** The outcome under which a check is shown: blocked has a shape of its own. */
export function shapeOf(check: Pick<CheckResult, 'outcome' | 'blocked'>) {
  return check.outcome === 'not-applicable' && check.blocked ? 'blocked' : check.outcome;
}

/** A finding's shape, likewise. */
export function findingShape(finding: Finding) {
  return finding.outcome === 'not-applicable' && finding.reason.code === 'blocked-by'
    ? 'blocked'
    : finding.outcome;
}

/** Places that fail or wait for what fails: what the list of findings begins with. */
export function findingsToDo(report: ScanReport): number {
  const shapes = report.checks.flatMap(({ findings }) => findings.map(findingShape));
  return shapes.filter((shape) => shape === 'fail' || shape === 'blocked').length;
}
