import type { Evidence } from '@ippo/contracts';
import { packedJson, unpackedJson } from '../packed-json.ts';
import { joinEvidence } from './join-evidence.ts';
import type { Moment } from './moments.ts';
import type { Provenance } from './parts.ts';
import { splitEvidence } from './split-evidence.ts';

/** Evidence as it lies in the database; can be sent between threads. */
export type PackedEvidence = {
  digest: string;
  /** Canonical JSON by its SHA-256 (hex). */
  facts: ReadonlyMap<string, string>;
  /** Digest of the manifest among the facts. */
  manifest: string;
  /** As `packedJson` makes it. */
  moments: Uint8Array;
  /** As `packedJson` makes it. */
  provenance: Uint8Array;
};

/** Packs evidence; slow for a large account, so not for the thread that serves people. */
export function packEvidence(evidence: Evidence): PackedEvidence {
  const { digest, facts, manifest, moments, provenance } = splitEvidence(evidence);
  return {
    ...{ digest, facts, manifest },
    moments: packedJson(moments),
    provenance: packedJson(provenance),
  };
}

/** Evidence as it was; throws where it was altered. */
export function unpackEvidence(packed: PackedEvidence): Evidence {
  return joinEvidence({
    ...packed,
    moments: unpackedJson(packed.moments) as Record<string, Moment[]>,
    provenance: unpackedJson(packed.provenance) as Provenance,
  });
}
