import type { Attestation, Call, Instant, Scope, Settings } from '@ippo/contracts';

/** What was judged besides the evidence: with it `ippo recompute` gives the same report again. */
export type PackInputs = {
  settings: Settings;
  scope: Scope;
  attestations: readonly Attestation[];
  answersAt: Instant;
};

/** What an evidence pack holds beside the assessment, and what it is signed with. */
export type PackSource = {
  /** Canonical JSON (UTF-8) of the scan's report: its SHA-256 is the assessment's `reportDigest`. */
  report: Uint8Array;
  /** Canonical JSON of the evidence; null where it is redacted or was taken away by retention. */
  evidence: Uint8Array | null;
  /** The calls of the evidence, which a sample is drawn from; none where it is null. */
  calls: readonly Call[];
  /** Null where `evidence` is. */
  inputs: PackInputs | null;
  /** The pack that this account had before, or null. */
  previous: { fileName: string; sha256: string } | null;
  /** Ed25519: PKCS#8 PEM of this install's key, and the SPKI PEM that belongs to it. */
  key: { private: string; public: string };
};
