import type { Assessment, AssessedScan, AuditRow } from '@ippo/contracts';
import type { Mask } from './mask-arn.ts';
import { maskDigest } from './mask-digest.ts';

/** Which digests stay as they are; the others are masked. */
export type KeptDigests = ReadonlySet<string>;

/** Details of the audit log that name nothing: the form of a file, its size, limits and instants. */
const openDetails: Readonly<Record<string, RegExp>> = {
  source: /^(?:aws|simulated|endpoint)$/,
  redacted: /^yes$/,
  format: /^[a-z]{2,8}$/,
  language: /^[a-z]{2}$/,
  bytes: /^\d{1,11}$/,
  // A change of a name has these two also.
  from: /^(?:\d{1,5}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/,
  to: /^(?:\d{1,5}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/,
};

/**
 * Digests of whole documents that nobody can guess: those of the assessed scan's evidence and report, where AWS's
 * random request ids stand in both. Without one they tell of an account that was hardly asked.
 */
export function keptDigests({ checks, evidenceDigest, reportDigest }: Assessment): KeptDigests {
  const unguessable = checks.some(({ findings }) =>
    findings.some(({ evidence }) => evidence.some(({ requestId }) => requestId !== null)),
  );
  return new Set(unguessable ? [evidenceDigest, reportDigest] : []);
}

/** A digest's mask, unless it is one of those that stay. */
export function maskUnlessKept<Digest extends string | null>(
  digest: Digest,
  kept: KeptDigests,
  mask: Mask,
): Digest {
  return digest !== null && kept.has(digest) ? digest : maskDigest(digest, mask);
}

/** A scan whose chain and links, which digest its account's id, are masked. */
export function maskScan<Scan extends AssessedScan>(
  scan: Scan,
  kept: KeptDigests,
  mask: Mask,
): Scan {
  return {
    ...scan,
    evidenceDigest: maskUnlessKept(scan.evidenceDigest, kept, mask),
    reportDigest: maskUnlessKept(scan.reportDigest, kept, mask),
    chain: scan.chain === null ? null : mask(scan.chain),
    previousLink: maskDigest(scan.previousLink, mask),
    link: maskDigest(scan.link, mask),
  };
}

/** An entry of the audit log without names; its hashes digest them, so they are masked too. */
export function maskRow(row: AuditRow, mask: Mask): AuditRow {
  const { actor, actorName, subject, detail, previousHash, hash } = row;
  const masked = Object.entries(detail).map(([name, value]) => {
    const open = Object.hasOwn(openDetails, name) && openDetails[name]?.test(value);
    return [name, open === true || value === '' ? value : mask(value)] as const;
  });
  return {
    ...row,
    actor: actor === null ? null : mask(actor),
    actorName: actorName === null ? null : mask(actorName),
    subject: subject === null ? null : mask(subject),
    detail: Object.fromEntries(masked),
    previousHash: maskDigest(previousHash, mask),
    hash: maskDigest(hash, mask),
  };
}
