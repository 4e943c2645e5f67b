import { NormalizedSchema } from '@smithy/core/schema';

type Schema = Parameters<(typeof NormalizedSchema)['of']>[0];

/**
 * Where an answer is built unlike the SDK's own model of it, or undefined. The SDK's parsers hand on a text where
 * the model has a list; what is written here is only what its types promise: lists, records, and scalars that are
 * neither. A field too many, or one that is missing, is no such thing.
 */
export function oddPlace(schema: Schema, value: unknown, path = 'answer'): string | undefined {
  if (value === undefined) return undefined;
  const model = NormalizedSchema.of(schema);
  if (model.isListSchema()) {
    if (!Array.isArray(value)) return path;
    return firstOf(
      value.map((item: unknown, at) => [`${path}.${at}`, model.getValueSchema(), item]),
    );
  }
  if (model.isMapSchema()) {
    if (!isRecord(value)) return path;
    const entries = Object.entries(value);
    return firstOf(entries.map(([key, item]) => [`${path}.${key}`, model.getValueSchema(), item]));
  }
  if (model.isStructSchema()) {
    if (!isRecord(value)) return path;
    const members = [...model.structIterator()];
    return firstOf(members.map(([name, member]) => [`${path}.${name}`, member, value[name]]));
  }
  const isOpaque = model.isBlobSchema() || model.isTimestampSchema() || model.isDocumentSchema();
  return isOpaque || (typeof value !== 'object' && value !== null) ? undefined : path;
}

function firstOf(members: readonly (readonly [string, NormalizedSchema, unknown])[]) {
  for (const [path, schema, value] of members) {
    const odd = value === undefined ? undefined : oddPlace(schema, value, path);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
