import { scoreWithAccepted } from '@ippo/checks';
import type { AcceptedRisks, ExceptionFlag, Finding, ScanReport } from '@ippo/contracts';
import type { Database } from '../store/database.ts';
import { exceptionFlags, type FlagOf } from '../store/findings/exception-flags.ts';

/**
 * What the exceptions of a moment come to for a report: its own score and outcomes are not touched. Null where
 * none of its fails was accepted then.
 */
export async function acceptedRisks(
  db: Database,
  chain: string | null,
  report: ScanReport,
  at: Date,
): Promise<AcceptedRisks | null> {
  if (chain === null) return null;
  return acceptedIn(report, chain, await exceptionFlags(db, [chain], at), at);
}

function acceptedIn(
  report: ScanReport,
  chain: string,
  flagOf: FlagOf,
  at: Date,
): AcceptedRisks | null {
  const flags = new Map<string, { place: number; flag: ExceptionFlag }>();
  const findings: Record<string, number> = {};
  const checks: string[] = [];
  for (const { id: check, findings: found } of report.checks) {
    const before = Object.keys(findings).length;
    for (const finding of found) {
      const flag = flagOf(chain, { ...finding, check, account: report.account });
      if (flag?.state !== 'accepted') continue;
      const known = flags.get(flag.id) ?? { place: flags.size, flag };
      flags.set(flag.id, known);
      findings[finding.fingerprint] = known.place;
    }
    if (Object.keys(findings).length > before) checks.push(check);
  }
  if (flags.size === 0) return null;
  const isAccepted = (_check: string, { fingerprint }: Finding) => fingerprint in findings;
  return {
    asOf: at.toISOString(),
    fails: Object.keys(findings).length,
    ...{ checks, findings, flags: [...flags.values()].map(({ flag }) => flag) },
    score: scoreWithAccepted(report.checks, isAccepted),
  };
}
