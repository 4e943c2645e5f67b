import type { Evidence } from '../packages/contracts/src/contracts.ts';
import { defaultSettings, emptyScope } from '../packages/contracts/src/contracts.ts';
import { judge } from '../packages/checks/src/checks.ts';

/** Findings that one core judges in a minute, measured over at least so many milliseconds. */
export function findingsPerMinute(evidence: Evidence, forMs = 3000): number {
  const inputs = { evidence, settings: defaultSettings, scope: emptyScope, attestations: [] };
  judge(inputs);
  let findings = 0;
  const began = performance.now();
  while (performance.now() - began < forMs)
    findings += judge(inputs).checks.reduce((sum, check) => sum + check.findings.length, 0);
  return (findings / (performance.now() - began)) * 60_000;
}
