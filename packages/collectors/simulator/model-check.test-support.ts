import { NormalizedSchema } from '@smithy/core/schema';
import { operationParts, services } from '../src/sdk.ts';

/** What is wrong with an answer by the SDK's own model of its operation; nothing is right. */
export async function againstModel(
  operation: string,
  output: Record<string, unknown>,
): Promise<string[]> {
  const { service, name } = operationParts(operation);
  const module: Record<string, unknown> = { ...(await services[service].load()) };
  const model = module[`${name}$`];
  if (!Array.isArray(model)) return [`${operation} has no model`];
  return mismatches(NormalizedSchema.of(model[5]), output, operation);
}

function mismatches(schema: NormalizedSchema, value: unknown, path: string): string[] {
  if (schema.isStructSchema()) return structMismatches(schema, value, path);
  if (schema.isListSchema())
    return Array.isArray(value)
      ? value.flatMap((item, at) => mismatches(schema.getValueSchema(), item, `${path}[${at}]`))
      : [`${path} is no list`];
  if (schema.isMapSchema()) {
    const entries = value instanceof Map ? [...value] : Object.entries(value ?? {});
    return entries.flatMap(([key, entry]) =>
      mismatches(schema.getValueSchema(), entry, `${path}.${key}`),
    );
  }
  return isScalar(schema, value) ? [] : [`${path} is ${typeof value}`];
}

function structMismatches(schema: NormalizedSchema, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} is no structure`];
  const members = new Map<string, NormalizedSchema>();
  for (const [name, member] of schema.structIterator()) {
    const { jsonName, xmlName } = member.getMergedTraits();
    members.set(jsonName ?? xmlName ?? name, member);
  }
  const model: unknown = schema.getSchema();
  const required = Array.isArray(model) && typeof model[6] === 'number' ? model[6] : 0;
  const present = Object.entries(value).filter(([, field]) => field !== undefined);
  const missing = [...members.keys()]
    .slice(0, required)
    .filter((name) => !present.some(([field]) => field === name));
  return [
    ...missing.map((name) => `${path}.${name} is required`),
    ...present.flatMap(([name, field]) => {
      const member = members.get(name);
      return member ? mismatches(member, field, `${path}.${name}`) : [`${path}.${name} is unknown`];
    }),
  ];
}

function isScalar(schema: NormalizedSchema, value: unknown): boolean {
  if (schema.isTimestampSchema()) return value instanceof Date;
  if (schema.isBlobSchema()) return value instanceof Uint8Array;
  if (schema.isBooleanSchema()) return typeof value === 'boolean';
  if (schema.isNumericSchema()) return typeof value === 'number';
  return schema.isStringSchema() && typeof value === 'string';
}
