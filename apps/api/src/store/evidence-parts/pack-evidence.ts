import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '@ippo/checks';
import type { Evidence } from '@ippo/contracts';
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
  /** Canonical JSON, gzip. */
  moments: Uint8Array;
  /** Canonical JSON, gzip. */
  provenance: Uint8Array;
};

/** Packs evidence; slow for a large account, so not for the thread that serves people. */
export function packEvidence(evidence: Evidence): PackedEvidence {
  const { digest, facts, manifest, moments, provenance } = splitEvidence(evidence);
  return {
    ...{ digest, facts, manifest },
    moments: gzipSync(canonicalJson(moments)),
    provenance: gzipSync(canonicalJson(provenance)),
  };
}

/** Evidence as it was; throws where it was altered. */
export function unpackEvidence(packed: PackedEvidence): Evidence {
  return joinEvidence({
    ...packed,
    moments: unzipped(packed.moments) as Record<string, Moment[]>,
    provenance: unzipped(packed.provenance) as Provenance,
  });
}

function unzipped(bytes: Uint8Array): unknown {
  return JSON.parse(gunzipSync(bytes).toString('utf8'));
}
