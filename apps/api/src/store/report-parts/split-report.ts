import { createHash } from 'node:crypto';
import { canonicalJson, lastingFinding, withoutInstants } from '@ippo/checks';
import type { Call, CheckResult, EvidenceRef, ScanReport } from '@ippo/contracts';
import type { FactFinding, ReportManifest, ReportMoments, ReportParts } from './parts.ts';

/** Takes a report apart so that what did not change since the last one is stored once. */
export function splitReport(report: ScanReport, calls: readonly Call[]): ReportParts {
  const facts = new Map<string, string>();
  const places = new Map(calls.map((call, place) => [keyOf(call), place] as const).toReversed());

  function keep(value: unknown): string {
    const body = canonicalJson(value);
    const digest = sha256(body);
    facts.set(digest, body);
    return digest;
  }

  const split = report.checks.map((check) => splitCheck(check, places));
  const { caller, startedAt, finishedAt, clockSkewSeconds, evidenceDigest, ...stable } = report;
  const manifest: ReportManifest = {
    ...stable,
    checks: split.map(({ head, findings }) => ({ ...head, findings: keep(findings) })),
  };
  return {
    digest: sha256(canonicalJson(report)),
    facts,
    manifest: keep(manifest),
    moments: {
      ...{ caller, startedAt, finishedAt, clockSkewSeconds, evidenceDigest },
      checks: split.map(({ moments }) => moments),
    },
  };
}

function splitCheck({ findings, ...rest }: CheckResult, places: ReadonlyMap<string, number>) {
  const refs = new Map<string, { place: number; ref: EvidenceRef }>();
  const instants: ReportMoments['checks'][number]['findings'] = {};
  const facts = findings.map((finding, index): FactFinding => {
    const split = lastingFinding(finding);
    if (Object.keys(split.instants).length > 0) instants[index] = split.instants;
    const evidence = split.evidence.map((ref) => {
      const key = keyOf(ref);
      const known = refs.get(key) ?? { place: refs.size, ref };
      refs.set(key, known);
      return known.place;
    });
    return { ...split.finding, evidence };
  });
  const reason = withoutInstants(rest.reason);
  return {
    head: { ...rest, reason: reason.lasting },
    findings: facts,
    moments: {
      refs: [...refs].map(([key, { ref }]) => places.get(key) ?? ref),
      ...(Object.keys(reason.instants).length > 0 && { reason: reason.instants }),
      ...(Object.keys(instants).length > 0 && { findings: instants }),
    },
  };
}

function keyOf({ operation, region, at, requestId, digest }: EvidenceRef): string {
  return JSON.stringify([operation, region, at, requestId, digest]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
