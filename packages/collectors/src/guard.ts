import type { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import type { HttpHandlerOptions, RequestHandler } from '@smithy/types';
import { serviceOfHost } from './aws-hosts.ts';

/** What carries an SDK client's requests: the network, or a simulated account. */
export type HttpHandler = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/** The path of an operation of a REST protocol; `{…}` stands for one path segment. */
export type Route = { operation: string; method: string; path: string };

/** What may leave this process. */
export type Permit = {
  /** `service:Operation`; grows only while the session is opened. */
  operations: ReadonlySet<string>;
  /** Where the REST operations among them live. */
  routes: readonly Route[];
  /** Endpoints set by the owner instead of AWS's own hosts, as `host:port`. */
  endpoints: ReadonlySet<string>;
};

/** A request that no collector and no session declared; it never left the process. */
export class UndeclaredRequest extends Error {
  constructor(what: string) {
    super(`${what} is not on the list of operations that may be sent.`);
    this.name = 'UndeclaredRequest';
  }
}

/**
 * Refuses every request whose operation was not declared, below everything that could build one: each
 * client and each credential provider sends through this handler.
 */
export function guarded(handler: HttpHandler, permit: Permit): HttpHandler {
  const guard: HttpHandler = Object.create(handler);
  guard.handle = async (request, options) => {
    const operation = operationOnWire(request, permit);
    if (!permit.operations.has(operation)) throw new UndeclaredRequest(operation);
    return handler.handle(request, options);
  };
  return guard;
}

/**
 * The `service:Operation` that AWS would carry out for a request, read from its host, headers and body.
 * A REST service goes by method and path alone, the others by a target or a form; a request that could
 * be read in two ways is named by its method and path, which nothing declares.
 */
export function operationOnWire(request: HttpRequest, permit: Omit<Permit, 'operations'>): string {
  const header = headerOf(request);
  const target = header('x-amz-target');
  const form = header('content-type')?.startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(bodyText(request))
    : undefined;
  const service = serviceOf(request, permit, form);
  const routes = permit.routes.filter(({ operation }) => operation.startsWith(`${service}:`));
  const nobody = `${service}:${request.method} ${request.path}`;
  if (request.query['Action'] !== undefined || (target && form)) return nobody;
  if (routes.length > 0) {
    const route = routes.find(
      ({ method, path }) => method === request.method && matches(path, request.path),
    );
    return route && !target && !form ? route.operation : nobody;
  }
  const actions = form ? form.getAll('Action') : [target?.slice(target.lastIndexOf('.') + 1)];
  return actions.length === 1 && actions[0] ? `${service}:${actions[0]}` : nobody;
}

/** The service by host name, and by the scope that the signature covers; the two must agree. */
function serviceOf(
  request: HttpRequest,
  { endpoints }: Omit<Permit, 'operations'>,
  form: URLSearchParams | undefined,
): string {
  const scope = /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(
    headerOf(request)('authorization') ?? '',
  )?.[1];
  const host = request.port ? `${request.hostname}:${request.port}` : request.hostname;
  if (endpoints.has(host)) {
    if (scope) return scope;
    // The one operation without a signature that may go to another endpoint (STS API version 2011-06-15).
    if (form?.get('Version') === '2011-06-15') return 'sts';
    throw new UndeclaredRequest(`An unsigned request to ${host}`);
  }
  const service = request.protocol === 'https:' ? serviceOfHost(request.hostname) : undefined;
  if (!service || (scope && scope !== service))
    throw new UndeclaredRequest(`A request to ${request.protocol}//${host}`);
  return service;
}

function headerOf(request: HttpRequest) {
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (name: string) => headers.get(name);
}

function bodyText({ body }: HttpRequest): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new UndeclaredRequest('A streamed request');
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const segments = path.split('/');
  return (
    wanted.length === segments.length &&
    wanted.every((part, at) => (part.startsWith('{') ? segments[at] !== '' : part === segments[at]))
  );
}
