/** One place inside an answer: the way to it, and what stands there. */
export type WireSpot = { path: readonly (string | number)[]; value: unknown };

/** Every place inside an answer, the outermost fields first; a map counts as a record. */
export function spotsIn(value: unknown, path: WireSpot['path'] = []): WireSpot[] {
  return entriesOf(value).flatMap(([key, member]) => {
    const here = [...path, key];
    return [{ path: here, value: member }, ...spotsIn(member, here)];
  });
}

/** The name of the field that a place is, or is an item of. */
export function fieldOf({ path }: WireSpot): string {
  return String(path.findLast((step) => typeof step === 'string'));
}

/** Whether the place is an item of a list. */
export function isItem({ path }: WireSpot): boolean {
  return typeof path.at(-1) === 'number';
}

/** A copy of the answer in which one place holds something else; `undefined` takes the field away. */
export function withSpot<T>(answer: T, path: WireSpot['path'], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const next = rest.length === 0 ? value : withSpot(memberOf(answer, key), rest, value);
  if (Array.isArray(answer)) return answer.with(Number(key), next) as T;
  const entries = entriesOf(answer)
    .map(([name, member]) => [name, name === key ? next : member] as const)
    .filter(([, member]) => member !== undefined);
  return (answer instanceof Map ? new Map(entries) : Object.fromEntries(entries)) as T;
}

function memberOf(holder: unknown, key: string | number): unknown {
  return entriesOf(holder).find(([name]) => name === key)?.[1];
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((item: unknown, at) => [at, item]);
  if (value instanceof Map) return [...value].map(([key, member]) => [String(key), member]);
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Date || value instanceof Uint8Array) return [];
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
