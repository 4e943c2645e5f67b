/** One volatile field taken out of a value: where it was, and what it held. */
export type Moment = { path: readonly (string | number)[]; value: unknown };

/** A value without the named fields, at any depth, and those fields beside it. */
export function takeMoments(
  value: unknown,
  volatile: ReadonlySet<string>,
  path: readonly (string | number)[] = [],
): { stable: unknown; moments: Moment[] } {
  if (volatile.size === 0 || typeof value !== 'object' || value === null)
    return { stable: value, moments: [] };
  const moments: Moment[] = [];
  function inner(key: string | number, member: unknown): unknown {
    const taken = takeMoments(member, volatile, [...path, key]);
    moments.push(...taken.moments);
    return taken.stable;
  }
  if (Array.isArray(value))
    return { stable: value.map((member, index) => inner(index, member)), moments };
  const kept: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (volatile.has(key)) moments.push({ path: [...path, key], value: member });
    else kept.push([key, inner(key, member)]);
  }
  return { stable: Object.fromEntries(kept), moments };
}

/** Puts a value at a path of a JSON document, in place; what the path crosses must exist. */
export function putAt(root: object, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1);
  if (last === undefined) throw new Error('a path names at least one member');
  const parent = path.slice(0, -1).reduce<unknown>(memberOf, root);
  if (typeof parent !== 'object' || parent === null)
    throw new Error(`no parent at ${path.join('.')}`);
  Object.defineProperty(parent, last, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function memberOf(parent: unknown, key: string | number): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key))
    throw new Error(`nothing at ${key}`);
  return Reflect.get(parent, key);
}
