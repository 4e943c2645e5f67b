import type { HttpRequest } from '@smithy/protocol-http';
import { toJson } from './json.ts';
import { textOf, type Protocol } from './wire.ts';

type Route = { operation: string; method: string; path: RegExp };

/** AWS REST JSON (Smithy, *AWS restJson1 protocol*): method and path name the operation. */
export function restJson(routes: readonly Route[]): Protocol {
  const routeOf = (request: HttpRequest) =>
    routes.find(({ method, path }) => method === request.method && path.test(request.path));
  return {
    operation: (request) => routeOf(request)?.operation ?? `${request.method} ${request.path}`,
    input: (request) => ({
      ...JSON.parse(textOf(request) || '{}'),
      ...request.query,
      ...routeOf(request)?.path.exec(request.path)?.groups,
    }),
    answer: (_operation, output, requestId) => ({
      body: toJson(output),
      headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId },
    }),
    error: (error, requestId) => ({
      body: toJson({ __type: error.code, message: error.message }),
      headers: {
        'content-type': 'application/json',
        'x-amzn-requestid': requestId,
        'x-amzn-errortype': error.code,
      },
    }),
  };
}
