import type { Assessment, AssessedException, Attestation, AuditRow } from '@ippo/contracts';
import { maskCheck, maskRefs, maskTexts } from './redact-findings.ts';
import { maskArn, type Mask } from './mask-arn.ts';

/**
 * The same report without a name or an id of the account or of a person: each is masked, the same one always
 * alike, inside ARNs too. Checks, outcomes, Regions, operations, counts, instants and digests stay, and so does
 * what the auditor wrote on the cover. `mask` must not be reversible by whoever gets the file.
 */
export function redact(assessment: Assessment, mask: Mask): Assessment {
  const name = (text: string) => (text === '' ? '' : maskArn(text, mask));
  const known = <Text extends string | null>(text: Text) => (text === null ? text : name(text));
  const { made, source, scan, thresholds } = assessment;
  return {
    ...assessment,
    made: { ...made, by: name(made.by) },
    redacted: true,
    source: source.url === undefined ? source : { ...source, url: name(source.url) },
    account: name(assessment.account),
    accountName: known(assessment.accountName),
    organization: known(assessment.organization),
    caller: name(assessment.caller),
    scan: { ...scan, startedBy: known(scan.startedBy) },
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

function maskRow(row: AuditRow, name: Mask): AuditRow {
  const { actor, actorName, subject, detail } = row;
  return {
    ...row,
    actor: actor === null ? null : name(actor),
    actorName: actorName === null ? null : name(actorName),
    subject: subject === null ? null : name(subject),
    detail: maskTexts(detail, name),
  };
}
