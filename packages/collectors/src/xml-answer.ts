import { NormalizedSchema } from '@smithy/core/schema';

type Schema = Parameters<(typeof NormalizedSchema)['of']>[0];
type Kind = 'boolean' | 'number' | `list of ${string}`;

const known = new Map<Schema, ReadonlyMap<string, Kind>>();
const texts = {
  boolean: /^(?:true|false)$/i,
  number: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i,
} as const;

/**
 * The element of an XML answer that holds what its kind cannot, or undefined. The SDK reads any text but `true`
 * as false, an empty element as the number 0, and a list of something else as an empty list.
 */
export function oddElement(schema: Schema, body: string): string | undefined {
  const kinds = known.get(schema) ?? kindsOf(schema);
  known.set(schema, kinds);
  for (const [name, kind] of kinds) if (!holdsOnly(body, name, kind)) return name;
  return undefined;
}

function holdsOnly(body: string, name: string, kind: Kind): boolean {
  const elements = [
    ...body.matchAll(new RegExp(`<${name}(?:\\s[^>]*?)?(/?)>([^<]*)(<[^>\\s/]*/?[^>\\s]*)?`, 'g')),
  ];
  return elements.every(([, closed, text = '', next = '']) => {
    if (kind === 'boolean' || kind === 'number')
      return !closed && texts[kind].test(text) && next === `</${name}>`.slice(0, -1);
    if (closed) return true;
    const item = kind.slice('list of '.length);
    const inside = next.replace(/\/$/, '');
    return text.trim() === '' && (inside === `</${name}` || inside === `<${item}`);
  });
}

/** Elements by name; a name that stands for two kinds in one answer tells nothing and is left out. */
function kindsOf(schema: Schema): ReadonlyMap<string, Kind> {
  const found: [string, Kind | undefined][] = [];
  const visited = new Set<unknown>();
  visit(NormalizedSchema.of(schema), undefined);
  const unclear = new Set(
    found
      .filter(([name, kind]) => found.some((other) => other[0] === name && other[1] !== kind))
      .map(([name]) => name),
  );
  return new Map(
    found.filter(
      (entry): entry is [string, Kind] => entry[1] !== undefined && !unclear.has(entry[0]),
    ),
  );

  function visit(model: NormalizedSchema, element: string | undefined): void {
    if (element !== undefined) found.push([element, kindOf(model)]);
    if (visited.has(model.getSchema())) return;
    if (model.isStructSchema()) {
      visited.add(model.getSchema());
      for (const [name, member] of model.structIterator())
        visit(member, member.getMergedTraits().xmlName ?? name);
    } else if (model.isMapSchema()) {
      visit(model.getValueSchema(), model.getValueSchema().getMergedTraits().xmlName ?? 'value');
    } else if (model.isListSchema()) {
      visit(model.getValueSchema(), undefined);
    }
  }
}

function kindOf(model: NormalizedSchema): Kind | undefined {
  if (model.isBooleanSchema()) return 'boolean';
  if (model.isNumericSchema()) return 'number';
  const flat = model.getMergedTraits().xmlFlattened;
  if (!model.isListSchema() || flat) return undefined;
  return `list of ${model.getValueSchema().getMergedTraits().xmlName ?? 'member'}`;
}
