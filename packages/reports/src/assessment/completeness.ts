import {
  DomainError,
  type CheckResult,
  type Completeness,
  type Finding,
  type ScanReport,
} from '@ippo/contracts';

/** What of a report says what was to be judged, and what was. */
type Judged = Pick<ScanReport, 'checks' | 'coverage' | 'regions' | 'regionsAssumed'>;

/**
 * The statement of completeness: each check's units and scopes against its outcomes. What should be there is
 * counted from the report's Regions and the findings' places, what is there from the outcomes. Throws
 * DomainError `report-inconsistent` where they differ, or from what the judgement itself counted.
 */
export function completeness(report: Judged): Completeness[] {
  const lines = report.checks.map((check) => line(check, report));
  demandOnce(
    report.checks.map(({ id }) => id),
    'checks',
  );
  for (const one of lines) demandEqual(one.units + one.scopes, outcomesOf(one), one.check);
  const { units } = report.coverage;
  const judged = sum(lines, ({ pass, fail, blocked }) => pass + fail + blocked);
  const unknown = sum(lines, (one) => one.unknown);
  demandEqual(units.judged, judged, 'coverage');
  demandEqual(units.total, judged + unknown, 'coverage');
  return lines;
}

/** What the outcomes of a line, or of a sum of lines, come to. */
export function outcomesOf(line: Omit<Completeness, 'check' | 'unit'>): number {
  return line.pass + line.fail + line.unknown + line.manual + line.notApplicable;
}

/** All lines as one. */
export function completenessTotal(
  lines: readonly Completeness[],
): Omit<Completeness, 'check' | 'unit'> {
  return {
    units: sum(lines, ({ units }) => units),
    scopes: sum(lines, ({ scopes }) => scopes),
    pass: sum(lines, ({ pass }) => pass),
    fail: sum(lines, ({ fail }) => fail),
    unknown: sum(lines, ({ unknown }) => unknown),
    manual: sum(lines, ({ manual }) => manual),
    notApplicable: sum(lines, ({ notApplicable }) => notApplicable),
    blocked: sum(lines, ({ blocked }) => blocked),
  };
}

/** Whether a finding is not applicable because what it depends on is not met: it counts as not met. */
export function isBlocked({ outcome, reason }: Finding): boolean {
  return outcome === 'not-applicable' && reason.code === 'blocked-by';
}

function line(check: CheckResult, report: Judged): Completeness {
  const { id, unit, findings } = check;
  const count = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).length;
  demandOnce(findings.map(placeOf), id);
  return {
    ...{ check: id, unit, ...places(check, report) },
    ...{ pass: count('pass'), fail: count('fail'), unknown: count('unknown') },
    ...{ manual: count('manual'), notApplicable: count('not-applicable') },
    blocked: findings.filter((finding) => isBlocked(finding)).length,
  };
}

/**
 * Units and scopes without a unit (checks.md 0.1-2). A check on the account has one unit. One on Regions has
 * every Region of the list, and a scope where Regions could not be listed or the check itself broke. Of
 * others, a unit has a resource or a part; what has neither is a scope.
 */
function places({ unit, findings }: CheckResult, { regions, regionsAssumed }: Judged) {
  if (unit === 'account') return { units: 1, scopes: 0 };
  const broke = findings.some(({ reason }) => reason.code === 'check-crashed');
  if (unit === 'region')
    return broke
      ? { units: 0, scopes: 1 }
      : { units: regions.length, scopes: regionsAssumed ? 1 : 0 };
  const units = findings.filter(
    ({ resource, facet }) => resource !== undefined || facet !== undefined,
  ).length;
  return { units, scopes: findings.filter(isScope).length };
}

function isScope({ resource, facet }: Finding): boolean {
  return resource === undefined && facet === undefined;
}

function placeOf({ region, resource, facet }: Finding): string {
  return JSON.stringify([region ?? null, resource ?? null, facet ?? null]);
}

function demandOnce(items: readonly string[], where: string): void {
  demandEqual(items.length, new Set(items).size, where);
}

function demandEqual(expected: number, found: number, where: string): void {
  if (expected !== found)
    throw new DomainError('report-inconsistent', {
      ...{ where, expected: String(expected), found: String(found) },
    });
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
