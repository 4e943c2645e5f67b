import { withInstants } from '@ippo/checks';
import type { Call, EvidenceRef, Finding, ScanReport } from '@ippo/contracts';
import type { FactFinding, ReportManifest, ReportMoments } from './parts.ts';

/** Puts a stored report together again; throws where a part of it is missing. */
export function joinReport(
  manifest: ReportManifest,
  moments: ReportMoments,
  facts: ReadonlyMap<string, string>,
  calls: readonly Call[],
): ScanReport {
  const { checks, ...stable } = manifest;
  const { checks: own, ...fields } = moments;
  return {
    ...stable,
    ...fields,
    checks: checks.map(({ findings, reason, ...head }, index) => ({
      ...head,
      reason: withInstants(reason, own[index]?.reason),
      findings: joinFindings(facts.get(findings), own[index], calls),
    })),
  };
}

/** The findings of one check, whole. */
export function joinFindings(
  fact: string | undefined,
  own: ReportMoments['checks'][number] | undefined,
  calls: readonly Call[],
): Finding[] {
  if (fact === undefined || own === undefined) throw new Error('a part of a report is missing');
  const refs = own.refs.map((ref) => refOf(ref, calls));
  return (JSON.parse(fact) as FactFinding[]).map(({ evidence, ...finding }, index) => ({
    ...finding,
    reason: withInstants(finding.reason, own.findings?.[index]),
    evidence: evidence.map((place) => {
      const ref = refs[place];
      if (!ref) throw new Error('a report names an answer that it does not have');
      return ref;
    }),
  }));
}

function refOf(ref: number | EvidenceRef, calls: readonly Call[]): EvidenceRef {
  if (typeof ref !== 'number') return ref;
  const call = calls[ref];
  if (!call) throw new Error('a report names a call that its evidence does not have');
  const { operation, region, at, requestId, digest } = call;
  return { operation, region, at, requestId, digest };
}
