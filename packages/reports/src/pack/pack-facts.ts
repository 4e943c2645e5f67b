import { dashed, type Assessment } from '@ippo/contracts';
import { fingerprintOf } from '@ippo/pack';
import type { ReportContext } from '../define-report-format.ts';
import { instantWriter } from '../document/instants.ts';
import { visible } from '../visible-text.ts';
import type { PackSource } from '../pack-source.ts';
import { maskedEnding } from '../assessment/mask-digest.ts';
import { reportFileName } from '../assessment/report-file-name.ts';

/** What the pages of instructions tell of a pack. */
export type PackFacts = {
  source: Assessment['source'];
  /** What the file is called unless somebody renames it. */
  fileName: string;
  /** `acme-production (1111-2222-3333)` */
  account: string;
  /** `ended` and `at`: UTC with the reader's zone beside it. */
  scan: { id: string; ended: string; link: string | null };
  made: Assessment['made'];
  evidenceDigest: string;
  /** True where the two digests are masked too, because what they digest could be guessed. */
  digestsMasked: boolean;
  reportDigest: string;
  catalogueDigest: string;
  fingerprint: string;
  redacted: boolean;
  /** Whether the evidence is in it, and what it was judged with. */
  evidence: boolean;
  inputs: boolean;
  previous: PackSource['previous'];
};

/** Puts together what the instructions tell; nothing that is masked elsewhere is told here. */
export function packFacts(
  assessment: Assessment,
  { zone, language }: ReportContext,
  pack: PackSource,
): PackFacts {
  const { accountName, account, scan, made, source, redacted } = assessment;
  const fingerprint = fingerprintOf(pack.key.public);
  if (fingerprint === null) throw new Error('the public key of the install cannot be read');
  const id = dashed(account);
  const { both } = instantWriter(zone);
  return {
    ...{ source, redacted, fingerprint },
    fileName: reportFileName(assessment, { extension: 'pack.zip' }, language),
    account: visible(accountName === null ? id : `${accountName} (${id})`).replaceAll('\n', ' '),
    scan: { id: scan.id, ended: both(scan.finishedAt ?? '-'), link: scan.link },
    made: { ...made, at: both(made.at), by: visible(made.by).replaceAll('\n', ' ') },
    evidenceDigest: assessment.evidenceDigest,
    digestsMasked: redacted && assessment.evidenceDigest.endsWith(maskedEnding),
    reportDigest: assessment.reportDigest,
    catalogueDigest: assessment.engine.catalogueDigest,
    evidence: !redacted && pack.evidence !== null,
    inputs: !redacted && pack.evidence !== null && pack.inputs !== null,
    previous: pack.previous,
  };
}
