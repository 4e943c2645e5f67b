import type { Reason } from '@ippo/contracts';

/** A field of AWS's answer and the value of it that a fail rests on. */
type Field = { field: string; value: unknown };

/** By reason: what in the answer decides. A reason that is not here rests on more than single fields. */
const deciding: Readonly<Record<string, readonly Field[]>> = {
  'trail-stopped': [{ field: 'IsLogging', value: false }],
  'validation-off': [{ field: 'LogFileValidationEnabled', value: false }],
  'user-without-mfa': [{ field: 'mfa_active', value: 'false' }],
  'root-mfa-off': [{ field: 'AccountMFAEnabled', value: 0 }],
  'recorder-stopped': [{ field: 'recording', value: false }],
  'recorder-failing': [{ field: 'lastStatus', value: 'FAILURE' }],
  'detector-suspended': [{ field: 'Status', value: 'DISABLED' }],
  'billing-only': [{ field: 'FeatureSet', value: 'CONSOLIDATED_BILLING' }],
};

/** A line of the answer, counted from 1, and what stands there. */
export type DecidingLine = { line: number; text: string };

/**
 * The lines of an answer, written with two spaces, that a reason rests on: those that the reason is known to
 * rest on, of what it names where it names anything, or the only line of an empty answer.
 */
export function decidingLines(
  value: unknown,
  reason: Reason,
  resource: string | undefined,
): DecidingLine[] {
  const names = namesOf(reason);
  const found: DecidingLine[] = [];
  if (lineCount(value) === 1 && isEmpty(value)) return [{ line: 1, text: JSON.stringify(value) }];
  const fields = deciding[reason.code] ?? [];
  walk(value, 1, names.size === 0 || (resource !== undefined && names.has(resource)));
  return found;

  function walk(node: unknown, line: number, named: boolean): void {
    if (typeof node !== 'object' || node === null) return;
    const here = named || Object.values(node).some((one) => names.has(String(one)));
    let at = line + 1;
    for (const [key, child] of Object.entries(node)) {
      const hit = fields.some(({ field, value: wanted }) => field === key && wanted === child);
      if (hit && here && !Array.isArray(node))
        found.push({ line: at, text: `${key} = ${JSON.stringify(child)}` });
      walk(child, at, here);
      at += lineCount(child);
    }
  }
}

/** What a reason names: a user, a trail, a bucket. */
function namesOf({ params }: Reason): Set<string> {
  const named = Object.entries(params).filter(
    ([name]) => !/(?:At|regions?|accounts?)$/i.test(name),
  );
  return new Set(named.flatMap(([, value]) => [value].flat().map(String)));
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function lineCount(value: unknown): number {
  return (JSON.stringify(value, null, 2) ?? '').split('\n').length;
}
