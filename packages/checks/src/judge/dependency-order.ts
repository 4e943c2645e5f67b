import type { Check } from '../define-check.ts';

/** Orders checks so that each comes after those it depends on; a circle is a defect and throws. */
export function inDependencyOrder(checks: readonly Check[]): readonly Check[] {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const ordered = new Set<Check>();
  function place(check: Check, below: readonly string[]): void {
    if (below.includes(check.id)) throw new Error(`circle of checks: ${below.join(' > ')}`);
    for (const id of check.dependsOn) {
      const prerequisite = byId.get(id);
      if (prerequisite) place(prerequisite, [...below, check.id]);
    }
    ordered.add(check);
  }
  for (const check of checks) place(check, []);
  return [...ordered];
}
