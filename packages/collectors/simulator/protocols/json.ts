import { textOf, type Protocol } from './wire.ts';

/** AWS JSON 1.1 (Smithy, *AWS JSON 1.1 protocol*): the target header names the operation, times are epoch seconds. */
export const awsJson: Protocol = {
  operation: (request) => request.headers['x-amz-target']?.split('.').at(-1) ?? '',
  input: (request) => JSON.parse(textOf(request)),
  answer: (_operation, output, requestId) => ({
    body: toJson(output),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': requestId,
    },
  }),
  error: (error, requestId) => ({
    body: toJson({ __type: error.code, message: error.message }),
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
  }),
};

/** JSON as these protocols write it: an absent field is left out, an instant is a number of seconds. */
export function toJson(value: Record<string, unknown>): string {
  return JSON.stringify(withSeconds(value));
}

function withSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withSeconds(field)]),
  );
}
