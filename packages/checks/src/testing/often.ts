import fc from 'fast-check';

/** The first value in every other draw: what is mostly well makes whole accounts that pass. */
export function often<const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> {
  const [usual, ...rest] = values;
  return fc.oneof(fc.constant(usual), fc.constantFrom(...rest));
}

/** A list of up to two, rarely empty. */
export function few<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.array(item, { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );
}

/** A record whose undefined members are left out, as AWS leaves them out. */
export function defined<T extends Record<string, unknown>>(shape: {
  [Key in keyof T]: fc.Arbitrary<T[Key]>;
}): fc.Arbitrary<{ [Key in keyof T]?: Exclude<T[Key], undefined> }> {
  return fc.record(shape).map(
    (record) =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
        [Key in keyof T]?: Exclude<T[Key], undefined>;
      },
  );
}
