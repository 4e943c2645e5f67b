import type { Call, ScanReport } from '@ippo/contracts';
import { packedJson } from '../packed-json.ts';
import { splitReport } from './split-report.ts';
import { summarise, type ReportSummary } from './summarise.ts';

/** A report ready to be stored; can be sent between threads. */
export type PackedReport = {
  digest: string;
  facts: ReadonlyMap<string, string>;
  manifest: string;
  /** As `packedJson` makes it. */
  moments: Uint8Array;
  /** Each check's findings among the facts, in the report's order. */
  findings: { check: string; severity: ScanReport['checks'][number]['severity']; fact: string }[];
  summary: ReportSummary;
  /** What the owner had set, as a digest; null where nobody noted it. */
  settingsDigest: string | null;
};

/** Packs a report; slow for a large account, so not for the thread that serves people. */
export function packReport(
  report: ScanReport,
  calls: readonly Call[],
  settingsDigest: string | null,
): PackedReport {
  const { digest, facts, manifest, moments } = splitReport(report, calls);
  const { checks } = JSON.parse(facts.get(manifest) ?? '{"checks":[]}') as {
    checks: { id: string; findings: string }[];
  };
  const severities = new Map(report.checks.map(({ id, severity }) => [id, severity]));
  return {
    ...{ digest, facts, manifest },
    moments: packedJson(moments),
    findings: checks.map(({ id, findings }) => ({
      ...{ check: id, fact: findings },
      severity: severities.get(id) ?? 'low',
    })),
    summary: summarise(report),
    settingsDigest,
  };
}
