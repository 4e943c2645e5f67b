import type { LastingFinding } from '@ippo/checks';
import type { CheckResult, EvidenceRef, ScanReport, SentenceParams } from '@ippo/contracts';

/** Fields of a report that every scan has anew. */
export const ownFields = [
  'caller',
  'startedAt',
  'finishedAt',
  'clockSkewSeconds',
  'evidenceDigest',
] as const;
type OwnField = (typeof ownFields)[number];

/** The fact that names the findings of every check; stays the same while nothing changes. */
export type ReportManifest = Omit<ScanReport, OwnField | 'checks'> & {
  checks: (Omit<CheckResult, 'findings'> & { findings: string })[];
};

/** A finding among the facts: its evidence as places in its check's list of answers. */
export type FactFinding = LastingFinding & { evidence: number[] };

/** What is one judgement's own. */
export type ReportMoments = Pick<ScanReport, OwnField> & {
  /** One for each check, in order. */
  checks: {
    /** The answers it rests on: a call of the evidence by its place, or whole where it is none. */
    refs: (number | EvidenceRef)[];
    /** Instants of the roll-up's reason. */
    reason?: SentenceParams;
    /** Instants of findings' reasons, by place of the finding. */
    findings?: Record<string, SentenceParams>;
  }[];
};

/** A report as it is stored. */
export type ReportParts = {
  /** SHA-256 (hex) of the whole report's canonical JSON. */
  digest: string;
  /** Canonical JSON by its SHA-256 (hex). */
  facts: ReadonlyMap<string, string>;
  /** Digest of the manifest among the facts. */
  manifest: string;
  moments: ReportMoments;
};
