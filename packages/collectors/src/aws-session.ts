import type { Source } from '@ippo/contracts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { roleOperations, type RoleAccess } from './assume-role.ts';
import type { AwsAccess } from './aws-access.ts';
import { systemClock, type Clock } from './clock.ts';
import { credentialOperations, credentialRoutes } from './credential-operations.ts';
import {
  configuredEndpoints,
  endpointHost,
  requireAllowed,
  type ConfiguredEndpoint,
} from './endpoints.ts';
import type { HttpHandler } from './guard.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { operations } from './operations.ts';
import { recording, type WriteLine } from './record/recording.ts';
import { openRoleSession } from './role-session.ts';
import { services } from './sdk.ts';
import { openSession, type AwsSession, type SessionParts } from './session.ts';

export type AwsSessionOptions = {
  /** A profile of the shared AWS files; without one the SDK's own default chain decides. */
  profile?: string | undefined;
  /** Host names besides this machine that `AWS_ENDPOINT_URL` may point to. */
  allowedEndpoints?: readonly string[] | undefined;
  limits?: Partial<Limits>;
  clock?: Clock;
  /** Told every answer, masked, as lines that `replayedSession` reads. */
  record?: WriteLine;
};

/**
 * Opens the account of this machine's credentials; sends nothing yet. Throws `setting-invalid` where an
 * endpoint other than AWS's is set and not allowed.
 */
export async function openAwsSession(options: AwsSessionOptions = {}): Promise<AwsSession> {
  return openSession({ ...(await networkParts(options)), credentials: await chain(options) });
}

/** Opens the account of a role that this machine's credentials may assume; throws as `openAwsSession` does. */
export async function openRoleOnAws(
  role: RoleAccess,
  options: AwsSessionOptions = {},
): Promise<AwsSession> {
  const base = await openBaseSession(options);
  return openRoleSession(base, role, { ...(await networkParts(options)), operations, routes: [] });
}

/** Opens this machine's credentials for nothing but assuming roles; throws as `openAwsSession` does. */
async function openBaseSession({ record: _unheard, ...options }: AwsSessionOptions) {
  return openSession({
    ...(await networkParts(options)),
    operations: [...roleOperations, ...credentialOperations],
    credentials: await chain(options),
  });
}

/** The ways to AWS of an install that serves several accounts. */
export function awsAccess(options: AwsSessionOptions = {}): AwsAccess {
  return {
    machine: () => openAwsSession(options),
    base: () => openBaseSession(options),
    role: (role) => openRoleOnAws(role, options),
  };
}

/** The SDK's own default chain, behind the guard of the session that uses it. */
async function chain({ profile }: AwsSessionOptions): Promise<SessionParts['credentials']> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return (requestHandler) =>
    fromNodeProviderChain({ ...(profile && { profile }), clientConfig: { requestHandler } });
}

/** Everything but who asks: endpoints, region and network, the same for each way to AWS. */
async function networkParts(
  options: AwsSessionOptions,
): Promise<Omit<SessionParts, 'credentials'>> {
  const { profile } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const endpoints = await configuredEndpoints();
  for (const { setting, url } of endpoints)
    requireAllowed(setting, url, options.allowedEndpoints ?? []);
  const url = endpoints[0]?.url;
  const source: Source = url ? { kind: 'endpoint', url: url.origin } : { kind: 'aws' };
  const startRegion = await startRegionOf(profile);
  const clock = options.clock ?? systemClock;
  const handler = networkHandler(limits);
  const write = options.record;
  return {
    source,
    startRegion,
    clock,
    limits,
    handler: write ? recording(handler, { source, startRegion, clock, write }) : handler,
    operations: [...operations, ...credentialOperations],
    routes: credentialRoutes,
    endpoints: new Set(endpoints.map((endpoint) => endpointHost(endpoint.url))),
    clientSettings: profile ? { profile } : {},
    serviceSettings: atEndpoint(endpoints),
  };
}

/** S3 Control would put the account in front of the host, which an address cannot have: it stays in the header. */
function atEndpoint(endpoints: readonly ConfiguredEndpoint[]) {
  const own = endpoints.find(({ service }) => service === 's3control');
  return own ? { s3control: { endpointProvider: () => ({ url: own.url }) } } : {};
}

/** `AWS_REGION`, else the profile's, else us-east-1: as the SDK itself reads them. */
async function startRegionOf(profile: string | undefined): Promise<string> {
  const { STSClient } = await services.sts.load();
  const client = new STSClient(profile ? { profile } : {});
  return client.config.region().catch(() => 'us-east-1');
}

function networkHandler(limits: Limits): HttpHandler {
  return new NodeHttpHandler({
    connectionTimeout: Math.min(3_000, limits.callMs),
    requestTimeout: limits.callMs,
    throwOnRequestTimeout: true,
    httpsAgent: { keepAlive: true, maxSockets: limits.concurrent },
    httpAgent: { keepAlive: true, maxSockets: limits.concurrent },
  });
}
