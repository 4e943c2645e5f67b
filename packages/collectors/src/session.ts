import type { Source } from '@ippo/contracts';
import type { AwsCredentialIdentityProvider, StaticOperationSchema } from '@smithy/types';
import type { Clock } from './clock.ts';
import {
  guarded,
  operationOnWire,
  type HttpHandler,
  type OperationOf,
  type Route,
} from './guard.ts';
import type { Limits } from './limits.ts';
import { operationParts, services, type Service } from './sdk.ts';

/** What the engine needs of an SDK client. */
export type SdkClient = {
  send(command: SdkCommand, options: { abortSignal: AbortSignal }): Promise<unknown>;
  destroy(): void;
};

/** What the engine needs of an SDK command. */
export type SdkCommand = {
  /** The SDK's own model of the operation; its sixth part is that of the answer. */
  schema?: StaticOperationSchema;
  middlewareStack: {
    addRelativeTo(middleware: unknown, options: Record<string, string>): void;
  };
};

/** A way to ask one AWS account, real or simulated; nothing is sent before it is asked. */
export type AwsSession = {
  source: Source;
  /** Where identity and global services are asked. */
  startRegion: string;
  clock: Clock;
  limits: Limits;
  /** Every `service:Operation` that may be sent, sorted. */
  operations: readonly string[];
  client(service: Service, region: string): Promise<SdkClient>;
  command(operation: string, input: unknown): Promise<SdkCommand>;
  /** The account that it has to be; whoever answers as another is not believed. */
  account?: string;
  /** Gets credentials where that takes a call of its own; throws a `DomainError` where none are given. */
  ready?(): Promise<void>;
  close(): void;
};

export type SessionParts = {
  source: Source;
  startRegion: string;
  clock: Clock;
  limits: Limits;
  handler: HttpHandler | ((operationOf: OperationOf) => HttpHandler);
  operations: readonly string[];
  routes: readonly Route[];
  /** Endpoints set by the owner, as `host:port`. */
  endpoints: ReadonlySet<string>;
  credentials(handler: HttpHandler): AwsCredentialIdentityProvider;
  /** Further SDK client settings. */
  clientSettings: Readonly<Record<string, unknown>>;
  /** Further settings of one service's clients. */
  serviceSettings?: Partial<Record<Service, object>>;
};

/** Opens a session over any handler: one client per service and region, all behind one guard. */
export function openSession(parts: SessionParts): AwsSession {
  const { limits, endpoints } = parts;
  const routes = [...parts.routes];
  const operations = new Set(parts.operations);
  const handler =
    typeof parts.handler === 'function'
      ? parts.handler((request) => operationOnWire(request, { routes, endpoints }))
      : parts.handler;
  const guard = guarded(handler, { operations, routes, endpoints });
  const credentials = parts.credentials(guard);
  const clients = new Map<string, Promise<SdkClient>>();
  const modules = new Map<Service, Promise<Record<string, unknown>>>();

  function moduleOf(service: Service): Promise<Record<string, unknown>> {
    const known = modules.get(service);
    if (known) return known;
    const loading: Promise<Record<string, unknown>> = services[service].load().then((module) => {
      routes.push(...restRoutes(service, { ...module }, operations));
      return { ...module };
    });
    modules.set(service, loading);
    return loading;
  }

  async function newClient(service: Service, region: string): Promise<SdkClient> {
    const module = await moduleOf(service);
    const known: { client: string; settings?: object } = services[service];
    const Client = module[known.client] as new (settings: object) => SdkClient;
    return new Client({
      ...known.settings,
      ...parts.clientSettings,
      ...parts.serviceSettings?.[service],
      region,
      credentials,
      requestHandler: guard,
      maxAttempts: limits.attempts,
      retryMode: 'standard',
    });
  }

  return {
    source: parts.source,
    startRegion: parts.startRegion,
    clock: parts.clock,
    limits,
    operations: [...operations].toSorted(),
    client(service, region) {
      const key = `${service} ${region}`;
      const client = clients.get(key) ?? newClient(service, region);
      clients.set(key, client);
      return client;
    },
    async command(operation, input) {
      const { service, name } = operationParts(operation);
      const Command = (await moduleOf(service))[`${name}Command`];
      return new (Command as new (input: unknown) => SdkCommand)(input);
    },
    close: () => handler.destroy?.(),
  };
}

/** Method and path of the declared REST operations, from the SDK's own model of each. */
function restRoutes(
  service: Service,
  module: Record<string, unknown>,
  operations: ReadonlySet<string>,
): Route[] {
  return [...operations].flatMap((operation) => {
    if (!operation.startsWith(`${service}:`)) return [];
    const schema = module[`${operationParts(operation).name}$`];
    const traits: unknown = Array.isArray(schema) ? schema[3] : undefined;
    const http = typeof traits === 'object' && traits && 'http' in traits ? traits.http : undefined;
    if (!Array.isArray(http)) return [];
    const [path = '', marks] = String(http[1]).split('?');
    const route = {
      operation,
      method: String(http[0]),
      path: service === 's3' ? `/{Bucket}${path}` : path,
    };
    return [marks === undefined ? route : { ...route, query: marks }];
  });
}
