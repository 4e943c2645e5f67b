import { canonicalJson, sha256Hex } from './canonical-json.ts';

/** What makes a finding the same one in the next scan (design.md §7). */
export type FindingIdentity = {
  sourceKind: string;
  partition: string;
  account: string;
  /** The check's first id: a rename keeps its findings. */
  check: string;
  /** Region code or `global`. */
  region: string;
  resource: string;
  /** AWS's own unique id where there is one, so that a re-made resource is another finding. */
  uniqueId: string;
  facet: string;
};

/** SHA-256 (hex) of a finding's identity. */
export function fingerprint(identity: FindingIdentity): string {
  const { sourceKind, partition, account, check, region, resource, uniqueId, facet } = identity;
  return sha256Hex(
    canonicalJson([sourceKind, partition, account, check, region, resource, uniqueId, facet]),
  );
}
