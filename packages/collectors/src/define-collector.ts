import {
  evidenceTypes,
  type EvidenceId,
  type EvidenceReading,
  type EvidenceValue,
  type ReadingReason,
} from '@ippo/contracts';
import type { Ask } from './ask.ts';
import type { Operation } from './sdk.ts';

/** The named parts of the policy; a collector belongs to one. */
export type PolicyTier = 'first-steps';

/** What one reading is about: a region (or `global`), and in it a resource where there is one. */
export type Target = { region: string; resource?: string };

/** The settled readings of the parent collector, by region. */
export type Parents<Parent extends EvidenceId> = ReadonlyMap<string, EvidenceReading<Parent>>;

/** What a collector may know besides the answers to its own questions. */
export type Context<Parent extends EvidenceId> = {
  account: string;
  parents: Parents<Parent>;
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Waits, or rejects as soon as the scan is cancelled. */
  wait(milliseconds: number): Promise<void>;
};

/** Asks AWS for one thing, maps it, names its operations. It never judges. */
export type Collector<
  Id extends EvidenceId = EvidenceId,
  Op extends Operation = Operation,
  Parent extends EvidenceId = EvidenceId,
> = {
  /** The evidence type that it fills; its schema keeps the fields, everything else is dropped. */
  evidence: Id;
  /** Every operation that it may send, as it goes over the wire. */
  operations: readonly [Op, ...Op[]];
  tier: PolicyTier;
  /** Error names with which AWS says that there is none: the value is then `null`. */
  absentWhen?: null extends EvidenceValue<Id> ? readonly string[] : never;
  /** The evidence that must be settled first, in the same region. */
  after?: Parent;
  /** Whom to ask, from what the parents hold so far; asked again whenever one more is settled. */
  targets?(parents: Parents<Parent>, regions: readonly string[]): Target[];
  /** Says a refusal more exactly than its error name does. */
  refusedAs?(reason: ReadingReason, context: Context<Parent>): ReadingReason;
  /** The answer in AWS's own field names; what the evidence type does not accept becomes `malformed`. */
  collect(ask: Ask<Op>, target: Target, context: Context<Parent>): Promise<unknown>;
};

/** Declares a collector; the registry of all of them is generated. */
export function defineCollector<
  const Id extends EvidenceId,
  const Op extends Operation,
  const Parent extends EvidenceId = never,
>(collector: Collector<Id, Op, Parent>): Collector<Id, Op, Parent> {
  return collector;
}

/** Where a collector asks: once for the account, once a region, or once a resource. */
export function scopeOf(evidence: EvidenceId) {
  return evidenceTypes[evidence].scope;
}

type ListEvidence = {
  [Id in EvidenceId]: EvidenceValue<Id> extends readonly unknown[] ? Id : never;
}[EvidenceId];

/** One target for each item that a parent's list holds, in the region of that list. */
export function eachItem<Parent extends ListEvidence>(
  parents: Parents<Parent>,
  resource: (item: EvidenceValue<Parent>[number]) => string,
): Target[] {
  return [...parents].flatMap(([region, list]) =>
    list.readable
      ? list.value.map((item: EvidenceValue<Parent>[number]) => ({
          region,
          resource: resource(item),
        }))
      : [],
  );
}
