import type { HttpRequest } from '@smithy/protocol-http';
import { escaped } from './query.ts';
import type { Protocol } from './wire.ts';

type Route = { operation: string; method: string; path: RegExp; query?: string };

type Shape = {
  routes: readonly Route[];
  namespace: string;
  /** The outermost element of answers that are not one payload. */
  roots: Readonly<Record<string, string>>;
  /** The element of an answer that holds nothing. */
  empty: Readonly<Record<string, string>>;
  /** The element of each item of a list that has an element of its own; other lists repeat theirs. */
  items: Readonly<Record<string, string>>;
  /** Whether an error stands inside an `ErrorResponse` (Smithy, `restXml`, `noErrorWrapping`). */
  wrapsErrors: boolean;
};

/** AWS REST XML (Smithy, *AWS restXml protocol*): method, path and a mark in the query name the operation. */
export function restXml(shape: Shape): Protocol {
  const routeOf = ({ method, path, query }: HttpRequest) =>
    shape.routes.find(
      (route) =>
        route.method === method &&
        route.path.test(path) &&
        (route.query === undefined || Object.hasOwn(query, route.query)),
    );
  return {
    operation: (request) => routeOf(request)?.operation ?? `${request.method} ${request.path}`,
    input: (request) => ({
      ...request.query,
      ...routeOf(request)?.path.exec(request.path)?.groups,
      owner: request.headers['x-amz-expected-bucket-owner'] ?? request.headers['x-amz-account-id'],
    }),
    answer: (operation, output, requestId) => {
      const root = shape.roots[operation];
      const inside = toXml(output, shape.items);
      const bare = `<${shape.empty[operation] ?? 'Empty'}></${shape.empty[operation] ?? 'Empty'}>`;
      const body = root ? `<${root}>${inside}</${root}>` : inside || bare;
      return {
        body: `<?xml version="1.0" encoding="UTF-8"?>\n${body.replace('>', ` xmlns="${shape.namespace}">`)}`,
        headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
      };
    },
    error: ({ code, message }, requestId) => {
      const error =
        `<Error><Code>${code}</Code><Message>${escaped(message)}</Message>` +
        `<RequestId>${requestId}</RequestId></Error>`;
      return {
        body: `<?xml version="1.0" encoding="UTF-8"?>\n${shape.wrapsErrors ? `<ErrorResponse>${error}</ErrorResponse>` : error}`,
        headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
      };
    },
  };
}

function toXml(value: unknown, items: Shape['items']): string {
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .filter(([name, field]) => field !== undefined && !name.includes(':'))
    .map(([name, field]) => {
      const item = items[name];
      if (Array.isArray(field) && item === undefined)
        return field.map((entry) => element(name, entry, items)).join('');
      if (!Array.isArray(field)) return element(name, field, items);
      return `<${name}>${field.map((entry) => element(String(item), entry, items)).join('')}</${name}>`;
    })
    .join('');
}

/** `xsi:type` is the one attribute that S3 writes (S3 API, `Grantee`). */
function element(name: string, value: unknown, items: Shape['items']): string {
  const type =
    typeof value === 'object' && value && 'xsi:type' in value ? value['xsi:type'] : undefined;
  const attributes =
    typeof type === 'string'
      ? ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${type}"`
      : '';
  return `<${name}${attributes}>${toXml(value, items)}</${name}>`;
}
