import type { HttpRequest } from '@smithy/protocol-http';

/** Headers that say what is asked, not who asks. */
const askingHeaders = ['x-amz-expected-bucket-owner', 'x-amz-account-id'];

/** The region that a request was signed for (AWS Signature Version 4, credential scope). */
export function signedRegion({ headers }: HttpRequest): string {
  return /Credential=[^/]+\/\d{8}\/([^/]+)\//.exec(headers['authorization'] ?? '')?.[1] ?? '';
}

/** What a request asks with: path, query and body, in wire names; nothing of its credentials. */
export function wireParameters(request: HttpRequest): Record<string, unknown> {
  const named = askingHeaders.flatMap((name) => {
    const value = request.headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...(request.path !== '/' && { path: request.path }),
    ...request.query,
    ...Object.fromEntries(named),
    ...bodyFields(request),
  };
}

function bodyFields(request: HttpRequest): Record<string, unknown> {
  const body: unknown = request.body;
  const text =
    typeof body === 'string'
      ? body
      : body instanceof Uint8Array
        ? new TextDecoder().decode(body)
        : '';
  if (text === '') return {};
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (!isForm) return JSON.parse(text);
  const {
    Action: _action,
    Version: _version,
    ...fields
  } = Object.fromEntries(new URLSearchParams(text));
  return fields;
}

/** The same for the same question, in whatever order its parameters stand. */
export function questionKey(
  operation: string,
  region: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify([operation, region, sorted(parameters)]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sorted(field)]));
}
