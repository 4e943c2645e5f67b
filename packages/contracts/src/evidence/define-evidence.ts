import type { z } from 'zod';

/** Where a kind of evidence is read: once for the account, once a region, or once a resource. */
export type EvidenceScope = 'account' | 'region' | 'resource';

/** A kind of evidence: what one collector reads, in AWS's own field names. */
export type EvidenceType<Id extends string = string, Value extends z.ZodType = z.ZodType> = {
  /** `service.thing`; the collector of the same name fills it. */
  id: Id;
  scope: EvidenceScope;
  value: Value;
  /** Fields that change without anybody changing a setting: kept per scan, apart from the facts. */
  volatile: readonly string[];
  /** For lists: the field that identifies an item and orders the list. */
  itemKey?: string;
};

/** Declares a kind of evidence; the registry of all of them is generated. */
export function defineEvidence<const Id extends string, Value extends z.ZodType>(
  type: EvidenceType<Id, Value>,
): EvidenceType<Id, Value> {
  return type;
}
