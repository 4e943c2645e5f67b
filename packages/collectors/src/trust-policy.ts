/** One statement of a trust policy as evidence keeps it: who is named, without conditions. */
export type TrustStatement = { Effect: string | undefined; Action: string[]; AWS: string[] };

/**
 * The statements of an `AssumeRolePolicyDocument`, which IAM sends as URL-encoded JSON (IAM API, `Role`);
 * `null` where it cannot be parsed or is shaped unlike a policy.
 */
export function trustOf(document: string | undefined): TrustStatement[] | null {
  try {
    const { Statement } = record(JSON.parse(decodeURIComponent(document ?? '')));
    return listOf(Statement).map(record).map(statementOf);
  } catch {
    return null;
  }
}

function statementOf({ Effect, Action, Principal }: Record<string, unknown>): TrustStatement {
  const everybody = typeof Principal === 'string';
  const named = everybody ? Principal : Principal === undefined ? [] : record(Principal)['AWS'];
  return {
    Effect: Effect === undefined ? undefined : text(Effect),
    Action: listOf(Action).map(text),
    AWS: listOf(named).map(text),
  };
}

/** One or many, as IAM allows everywhere; none where the element is missing. */
function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('No object.');
  return { ...value };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('No text.');
  return value;
}
