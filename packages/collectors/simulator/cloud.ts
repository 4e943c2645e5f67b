import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { AwsAccess } from '../src/aws-access.ts';
import { roleOperations } from '../src/assume-role.ts';
import { frozenClock, systemClock, type Clock } from '../src/clock.ts';
import type { HttpHandler } from '../src/guard.ts';
import { defaultLimits, type Limits } from '../src/limits.ts';
import { operations } from '../src/operations.ts';
import { openRoleSession } from '../src/role-session.ts';
import { openSession, type SessionParts } from '../src/session.ts';
import { AwsError } from './aws-error.ts';
import { simulatedHandler, simulatedServices } from './handler.ts';
import { askedRole, isAllowed, type AssumableRole, type Issued } from './role-sessions.ts';
import type { World } from './world.ts';

/** Several simulated accounts, of which one is this machine's own. */
export type CloudOptions = {
  machine: World;
  /** Looked up at each request, so that a role may be made, changed or deleted meanwhile. */
  roles: readonly AssumableRole[];
  /** Stops the clock at this instant; without it the real one runs. */
  now?: Date;
  clock?: Clock;
  limits?: Partial<Limits>;
  /** Milliseconds that every call takes. */
  latencyMs?: number;
  /** Told of each request that arrived, with the account it was for. */
  onRequest?: (operation: string, region: string, account: string) => void;
};

const machineKey = 'AKIASIMULATED';

/** The ways to a cloud in memory: roles are assumed by the real SDK, and their sessions end. */
export function simulatedCloud(options: CloudOptions): AwsAccess {
  const clock = options.clock ?? (options.now ? frozenClock(options.now) : systemClock);
  const handler = cloudHandler(options, clock);
  const { machine } = options;

  function parts(world: string, permitted: readonly string[]): SessionParts {
    return {
      source: { kind: 'simulated', world },
      startRegion: machine.startRegion,
      clock,
      limits: { ...defaultLimits, ...options.limits },
      handler,
      operations: permitted,
      routes: [],
      endpoints: new Set(),
      credentials: () => async () => ({
        accessKeyId: machineKey,
        secretAccessKey: 'simulated',
      }),
      clientSettings: {
        ignoreConfiguredEndpointUrls: true,
        useFipsEndpoint: false,
        useDualstackEndpoint: false,
      },
    };
  }

  return {
    machine: async () => openSession(parts(machine.name, operations)),
    base: async () => openSession(parts(machine.name, roleOperations)),
    role: async (role) =>
      openRoleSession(
        openSession(parts(machine.name, roleOperations)),
        role,
        parts('cloud', operations),
      ),
  };
}

function cloudHandler(options: CloudOptions, clock: Clock): HttpHandler {
  const issued = new Map<string, Issued>();
  const accounts = new Map<World, HttpHandler>();

  function accountOf(world: World): HttpHandler {
    const known = accounts.get(world);
    if (known) return known;
    const made = simulatedHandler(world, {
      now: clock.now,
      latencyMs: options.latencyMs ?? 0,
      onRequest: (operation, region) => options.onRequest?.(operation, region, world.account),
    });
    accounts.set(world, made);
    return made;
  }

  async function handle(request: HttpRequest, settings?: { abortSignal?: AbortSignal }) {
    const { key, region, service } = signatureOf(request);
    const operation = `${service.service}:${service.protocol.operation(request)}`;
    const session = key === machineKey ? undefined : issued.get(key);
    const refusal = session && refusalOf(session, operation, service.codes.denied, clock.now());
    const requestId = randomUUID();
    try {
      if (key !== machineKey && !session)
        throw new AwsError('InvalidClientTokenId', 'unknown', 403);
      if (refusal) throw refusal;
      if (operation !== 'sts:AssumeRole')
        return await accountOf(session?.world ?? options.machine).handle(request, settings);
      options.onRequest?.(operation, region, options.machine.account);
      const made = askedRole(service.protocol.input(request), options, clock.now());
      issued.set(made.key, made.issued);
      return respond(200, service.protocol.answer('AssumeRole', made.output, requestId));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return respond(error.status, service.protocol.error(error, requestId));
    }
  }

  function respond(statusCode: number, wire: { body: string; headers: Record<string, string> }) {
    const headers = { date: new Date(clock.now()).toUTCString(), ...wire.headers };
    return {
      response: new HttpResponse({ statusCode, headers, body: Readable.from([wire.body]) }),
    };
  }

  return {
    handle: handle as HttpHandler['handle'],
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
    metadata: { handlerProtocol: 'http/1.1' },
  } as HttpHandler;
}

/** Why the session of a role is refused an operation; nothing where it is not. */
function refusalOf(session: Issued, operation: string, denied: string, now: number) {
  if (session.endsAt <= now)
    return new AwsError(
      'ExpiredToken',
      'The security token included in the request is expired',
      403,
    );
  if (isAllowed(session, operation)) return undefined;
  return new AwsError(
    denied,
    `${operation} is not authorized because no session policy allows the action`,
    403,
  );
}

/** Who signed, for which region and service; S3 Control is signed as S3, and alone names the account. */
function signatureOf({ headers }: HttpRequest) {
  const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  const [, key = '', region = '', signed] = scope ?? [];
  const name = signed === 's3' && headers['x-amz-account-id'] ? 's3control' : signed;
  const service = simulatedServices.find((item) => item.service === name);
  if (!service) throw new Error(`The simulated cloud has no service ${signed ?? '(unsigned)'}.`);
  return { key, region, service };
}
