import type { Call, Evidence } from '@ippo/contracts';
import type { Moment } from './moments.ts';

/** A list kept as chunks of its own: where it stood in its reading, and its chunks in order. */
export type ChunkedList = { path: (string | number)[]; chunks: string[] };

/** The fact that names all other facts of one evidence document. */
export type Manifest = Pick<
  Evidence,
  'format' | 'source' | 'account' | 'partition' | 'startRegion' | 'operations'
> & { readings: { fact: string; lists: ChunkedList[] }[] };

/** What belongs to one scan alone: who asked, when, which calls, and how each reading came about. */
export type Provenance = Pick<
  Evidence,
  'caller' | 'startedAt' | 'finishedAt' | 'ended' | 'clockSkewSeconds'
> & {
  calls: Call[];
  readings: { at: string; calls: number[]; detail?: string }[];
};

/** Evidence as it is stored (design.md §3). */
export type EvidenceParts = {
  /** SHA-256 (hex) of the whole evidence's canonical JSON: it covers all three parts. */
  digest: string;
  /** Canonical JSON by its SHA-256 (hex). */
  facts: ReadonlyMap<string, string>;
  /** Digest of the manifest among the facts. */
  manifest: string;
  /** Volatile fields, by index of their reading. */
  moments: Record<string, Moment[]>;
  provenance: Provenance;
};
