import {
  GLOBAL,
  type Evidence,
  type EvidenceId,
  type EvidenceReading,
  type EvidenceRef,
  type EvidenceValue,
  type Reading,
} from '@ippo/contracts';
import type { RegionScope } from './judge/region-scope.ts';

/** A reading as a check sees it: with where it was made, what it needed, and the calls behind it. */
export type Sighted<T> = Reading<T> & {
  region: string;
  resource?: string;
  /** IAM action; of an answer that was read, the last operation behind it, or the evidence id where none is kept. */
  action: string;
  refs: readonly EvidenceRef[];
};

/** The evidence that a check declared, and nothing else: members are properties, so that views do not widen. */
export type EvidenceView<Ids extends EvidenceId = EvidenceId> = {
  account: string;
  partition: string;
  regions: RegionScope;
  /** The one reading of a kind read once for the account. */
  global: <Id extends Ids>(id: Id) => Sighted<EvidenceValue<Id>>;
  /** The one reading of a kind in a region. */
  in: <Id extends Ids>(id: Id, region: string) => Sighted<EvidenceValue<Id>>;
  /** The reading of one resource; `not-asked` where there is none. */
  of: <Id extends Ids>(id: Id, resource: string) => Sighted<EvidenceValue<Id>>;
  /** Every reading of a kind. */
  all: <Id extends Ids>(id: Id) => readonly Sighted<EvidenceValue<Id>>[];
};

/** Evidence indexed once per judgement, so that a lookup costs the same in any account. */
export type EvidenceIndex = {
  evidence: Evidence;
  byType: ReadonlyMap<EvidenceId, readonly Sighted<unknown>[]>;
  byRegion: ReadonlyMap<string, Sighted<unknown>>;
  byResource: ReadonlyMap<string, Sighted<unknown>>;
};

/** Indexes evidence by kind, region and resource. */
export function indexEvidence(evidence: Evidence): EvidenceIndex {
  const byType = new Map<EvidenceId, Sighted<unknown>[]>();
  const byRegion = new Map<string, Sighted<unknown>>();
  const byResource = new Map<string, Sighted<unknown>>();
  for (const reading of evidence.readings) {
    const sighted = sight(reading, evidence);
    const list = byType.get(reading.type);
    if (list) list.push(sighted);
    else byType.set(reading.type, [sighted]);
    if (reading.resource === undefined) byRegion.set(`${reading.type} ${reading.region}`, sighted);
    else byResource.set(`${reading.type} ${reading.resource}`, sighted);
  }
  return { evidence, byType, byRegion, byResource };
}

/** A check's view: only what it declared in `requires` answers; anything else is a defect and throws. */
export function viewFor<Ids extends EvidenceId>(
  index: EvidenceIndex,
  regions: RegionScope,
  requires: readonly Ids[],
): EvidenceView<Ids> {
  const { evidence } = index;
  const declared = new Set<EvidenceId>(requires);
  function demand(id: EvidenceId): void {
    if (!declared.has(id)) throw new Error(`reads ${id} without declaring it`);
  }
  // The one place where a stored reading meets its type: evidence was parsed by its schema when loaded.
  function typed<Id extends Ids>(reading: Sighted<unknown> | undefined, id: Id, region: string) {
    return (reading ?? missing(id, region, evidence)) as Sighted<EvidenceValue<Id>>;
  }
  return {
    account: evidence.account,
    partition: evidence.partition,
    regions,
    global(id) {
      demand(id);
      return typed(index.byRegion.get(`${id} ${GLOBAL}`), id, GLOBAL);
    },
    in(id, region) {
      demand(id);
      return typed(index.byRegion.get(`${id} ${region}`), id, region);
    },
    of(id, resource) {
      demand(id);
      return typed(index.byResource.get(`${id} ${resource}`), id, GLOBAL);
    },
    all(id) {
      demand(id);
      return (index.byType.get(id) ?? []).map((reading) => typed(reading, id, reading.region));
    },
  };
}

function sight(reading: EvidenceReading, evidence: Evidence): Sighted<unknown> {
  const refs = reading.calls.flatMap((position) => {
    const call = evidence.calls[position];
    if (!call) return [];
    const { operation, region, at, requestId, digest } = call;
    return [{ operation, region, at, requestId, digest }];
  });
  const action = reading.readable ? (refs.at(-1)?.operation ?? reading.type) : reading.action;
  return { ...reading, action, refs };
}

function missing(id: EvidenceId, region: string, evidence: Evidence): Sighted<unknown> {
  const reading = { at: evidence.finishedAt, readable: false, reason: 'not-asked' } as const;
  return { ...reading, action: id, region, refs: [] };
}
