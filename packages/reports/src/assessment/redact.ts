import type { Assessment, AssessedException, Attestation } from '@ippo/contracts';
import { maskCheck, maskRefs } from './redact-findings.ts';
import { keptDigests, maskRow, maskScan, maskUnlessKept } from './redact-records.ts';
import { maskArn, type Mask } from './mask-arn.ts';

/**
 * The same report without a name or an id of the account or of a person: each is masked, the same one always
 * alike, inside ARNs too, and so is each digest of something that can be guessed with them. Checks, outcomes,
 * Regions, operations, counts and instants stay, and so does what the auditor wrote on the cover. `mask` must not be
 * reversible by whoever gets the file.
 */
export function redact(assessment: Assessment, mask: Mask): Assessment {
  const name = (text: string) => (text === '' ? '' : maskArn(text, mask));
  const known = <Text extends string | null>(text: Text) => (text === null ? text : name(text));
  const { made, source, scan, thresholds } = assessment;
  const kept = keptDigests(assessment);
  return {
    ...assessment,
    made: { ...made, by: name(made.by) },
    redacted: true,
    source: source.url === undefined ? source : { ...source, url: name(source.url) },
    account: name(assessment.account),
    accountName: known(assessment.accountName),
    organization: known(assessment.organization),
    caller: name(assessment.caller),
    scan: { ...maskScan(scan, kept, name), startedBy: known(scan.startedBy) },
    scans: assessment.scans.map((one) => maskScan(one, kept, name)),
    evidenceDigest: maskUnlessKept(assessment.evidenceDigest, kept, name),
    reportDigest: maskUnlessKept(assessment.reportDigest, kept, name),
    thresholds: {
      ...thresholds,
      changes: thresholds.changes.map((change) => ({ ...change, by: known(change.by) })),
    },
    populations: assessment.populations.map((one) => ({
      ...one,
      calls: maskRefs(one.calls, name),
    })),
    checks: assessment.checks.map((check) => maskCheck(check, name)),
    exceptions: assessment.exceptions.map((one) => maskException(one, name)),
    attestations: assessment.attestations.map((one) => maskAnswer(one, name)),
    auditTrail: assessment.auditTrail.map((row) => maskRow(row, name)),
  };
}

function maskException(exception: AssessedException, name: Mask): AssessedException {
  const { account, resource, reason, owner, requested, approved, revoked } = exception;
  return {
    ...exception,
    ...{ account: name(account), resource: resource === null ? null : name(resource) },
    ...{ reason: name(reason), owner: name(owner) },
    requested: { ...requested, by: name(requested.by) },
    approved: approved && { ...approved, by: name(approved.by) },
    revoked: revoked && { ...revoked, by: name(revoked.by) },
    fingerprints: exception.fingerprints.map(name),
  };
}

function maskAnswer(answer: Attestation, name: Mask): Attestation {
  const { account, by, note } = answer;
  return {
    ...{ ...answer, account: name(account), by: name(by) },
    ...(note === undefined ? {} : { note: name(note) }),
  };
}
