import type { CheckResult, Outcome, ScanReport, Severity, Standing } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { exitCodeOf } from './exit-code.ts';

function reportOf(
  ended: ScanReport['ended'],
  ...checks: { severity: Severity; outcome: Outcome; standing: Standing; blocked?: boolean }[]
): ScanReport {
  const results = checks.map((check) => ({ blocked: false, ...check }) as CheckResult);
  return { ended, checks: results } as ScanReport;
}

const failing = { outcome: 'fail', standing: 'not-met' } as const;
const dark = { outcome: 'unknown', standing: 'not-met' } as const;

it.each([
  ['a fail of the severity', { severity: 'high', ...failing }, 'high', false, 1],
  ['a fail above it', { severity: 'critical', ...failing }, 'high', false, 1],
  ['a fail below it', { severity: 'medium', ...failing }, 'high', false, 0],
  ['an unknown', { severity: 'high', ...dark }, 'high', false, 1],
  ['an unknown that is allowed', { severity: 'high', ...dark }, 'high', true, 0],
  [
    'a blocked check, unknown allowed',
    { severity: 'high', outcome: 'not-applicable', standing: 'not-met', blocked: true },
    'high',
    true,
    1,
  ],
  [
    'a question for a person',
    { severity: 'low', outcome: 'manual', standing: 'out' },
    'low',
    false,
    0,
  ],
] as const)('with %s it exits as the rule says', (_name, check, failOn, allowUnknown, status) => {
  const report = reportOf('complete', check);

  const code = exitCodeOf(report, { failOn, allowUnknown });

  expect(code).toBe(status);
});

it('says incomplete before not met', () => {
  const report = reportOf('budget-spent', { severity: 'critical', ...failing });

  const code = exitCodeOf(report, { failOn: 'critical', allowUnknown: false });

  expect(code).toBe(4);
});
