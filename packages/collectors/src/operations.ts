import type { EvidenceId } from '@ippo/contracts';
import { actionOf, needsPermission } from './iam-actions.ts';
import { registry } from './registry.ts';

/** Every `service:Operation` that a collector may send, sorted. */
export const operations: readonly string[] = [
  ...new Set(Object.values(registry).flatMap((collector) => [...collector.operations])),
].toSorted();

/** The IAM actions that a kind of evidence needs, sorted; none where everybody may ask. */
export function actionsOf(evidence: EvidenceId): string[] {
  const actions = registry[evidence].operations.filter(needsPermission).map(actionOf);
  return [...new Set(actions)].toSorted();
}
