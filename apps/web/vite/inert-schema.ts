/** Stands for any schema and any way to make one; nothing is ever checked by it. */
const schema: unknown = new Proxy(() => undefined, {
  get(_target, name) {
    // A page that asks whether something is valid would be told nothing true.
    if (name === 'safeParse') throw new Error('pages have no validator: ask without a schema');
    return name === Symbol.toPrimitive ? () => '' : schema;
  },
  apply: () => schema,
});

export const z = schema;
