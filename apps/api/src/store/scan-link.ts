import { canonicalJson, sha256Hex } from '@ippo/checks';
import type { AssessedScan } from '@ippo/contracts';

/** What a scan's link says of it, and of the link before it. */
export type LinkedScan = Pick<
  AssessedScan,
  'chain' | 'status' | 'problem' | 'previousLink' | 'evidenceDigest' | 'finishedAt'
> & { scan: string };

/**
 * A scan's link: SHA-256 (hex) of these seven members as canonical JSON. Evidence packs print this formula and
 * what goes into it, so it never changes.
 */
export function linkOf(linked: LinkedScan): string {
  const { scan, chain, status, problem, previousLink, evidenceDigest, finishedAt } = linked;
  return sha256Hex(
    canonicalJson({ scan, chain, status, problem, previousLink, evidenceDigest, finishedAt }),
  );
}
