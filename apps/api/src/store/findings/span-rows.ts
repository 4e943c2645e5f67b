import { isBlocked, type LastingFinding, type Span } from '@ippo/checks';
import { GLOBAL, severities, type Severity } from '@ippo/contracts';
import type { findingSpans } from '../schema/findings.ts';

type Row = typeof findingSpans.$inferSelect;
/** A stored span with its row. */
export type StoredSpan = Span & { id: number };

/** A stored span as the rules know it. */
export function toSpan({ since, firstSeen, ...row }: Row): StoredSpan {
  const { id, finding, change, known, failedBefore } = row;
  return {
    ...{ id, finding, change, known, failedBefore },
    since: since.toISOString(),
    firstSeen: firstSeen.toISOString(),
  };
}

/** The row of a span that begins with a scan. */
export function toRow(
  span: Span,
  place: { chain: string; account: string; check: string; position: number; severity: Severity },
): typeof findingSpans.$inferInsert {
  const { finding, change, known, failedBefore } = span;
  const { chain, account, check, position, severity } = place;
  return {
    ...{ chain, account, check, finding, change, known, failedBefore },
    fingerprint: finding.fingerprint,
    severity: severities.indexOf(finding.severity ?? severity),
    outcome: finding.outcome,
    blocked: blocked(finding),
    region: finding.region ?? GLOBAL,
    resource: finding.resource ?? '',
    fromPosition: position,
    since: new Date(span.since),
    firstSeen: new Date(span.firstSeen),
  };
}

function blocked(finding: LastingFinding): boolean {
  return isBlocked({ ...finding, evidence: [] });
}
