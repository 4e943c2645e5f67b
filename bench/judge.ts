import type { Evidence } from '../packages/contracts/src/contracts.ts';
import { defaultSettings, emptyScope } from '../packages/contracts/src/contracts.ts';
import { judge } from '../packages/checks/src/checks.ts';

/**
 * Findings that one core judges in a minute: counted over at least so many milliseconds of processor
 * time, so that what else the machine does is not measured.
 */
export function findingsPerMinute(evidence: Evidence, forMs = 3000): number {
  const inputs = { evidence, settings: defaultSettings, scope: emptyScope, attestations: [] };
  judge(inputs);
  let findings = 0;
  const began = process.cpuUsage();
  while (milliseconds(process.cpuUsage(began)) < forMs)
    findings += judge(inputs).checks.reduce((sum, check) => sum + check.findings.length, 0);
  return (findings / milliseconds(process.cpuUsage(began))) * 60_000;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
