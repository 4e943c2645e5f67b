import type { CheckResult, EvidenceRef, Finding, Reason } from '@ippo/contracts';
import type { Mask } from './mask-arn.ts';
import { maskDigest } from './mask-digest.ts';

/** Parameters of a reason that name nothing of the account: AWS's own words, checks, Regions, instants. */
const open = /(?:At|[Rr]egions?|[Cc]hecks?)$|^(?:readingReason|action|types)$/;

/** A check's result with its names masked; what it says stays. */
export function maskCheck(check: CheckResult, mask: Mask): CheckResult {
  return {
    ...check,
    reason: maskReason(check.reason, mask),
    findings: check.findings.map((finding) => maskFinding(finding, mask)),
  };
}

/**
 * The calls without AWS's request ids, by which the account's own CloudTrail could be searched, and without digests
 * of answers: a refusal is a short text that names the account.
 */
export function maskRefs(refs: readonly EvidenceRef[], mask: Mask): EvidenceRef[] {
  return refs.map((ref) => ({
    ...ref,
    requestId: ref.requestId === null ? null : mask(ref.requestId),
    digest: maskDigest(ref.digest, mask),
  }));
}

function maskFinding(finding: Finding, mask: Mask): Finding {
  const { resource, facet, unit } = finding;
  return {
    ...finding,
    fingerprint: mask(finding.fingerprint),
    ...(resource === undefined ? {} : { resource: mask(resource) }),
    // Of a protection plan it is AWS's name of the plan.
    ...(facet === undefined || unit === 'plan' ? {} : { facet: mask(facet) }),
    reason: maskReason(finding.reason, mask),
    evidence: maskRefs(finding.evidence, mask),
  };
}

function maskReason({ code, params }: Reason, mask: Mask): Reason {
  const masked = Object.entries(params).map(([name, value]) => {
    if (typeof value === 'number' || open.test(name) || isPlan(name, value))
      return [name, value] as const;
    return [name, Array.isArray(value) ? value.map(mask) : mask(value)] as const;
  });
  return { code, params: Object.fromEntries(masked) };
}

/** AWS's own name of a GuardDuty protection plan, such as `S3_DATA_EVENTS`. */
function isPlan(name: string, value: string | readonly string[]): boolean {
  return name === 'plan' && typeof value === 'string' && /^[A-Z][A-Z0-9_]+$/.test(value);
}
