import { NodeHttpHandler } from '@smithy/node-http-handler';
import { systemClock, type Clock } from './clock.ts';
import { credentialOperations, credentialRoutes } from './credential-operations.ts';
import { configuredEndpoints, endpointHost, requireAllowed } from './endpoints.ts';
import type { HttpHandler } from './guard.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { operations } from './operations.ts';
import { services } from './sdk.ts';
import { openSession, type AwsSession } from './session.ts';

export type AwsSessionOptions = {
  /** A profile of the shared AWS files; without one the SDK's own default chain decides. */
  profile?: string | undefined;
  /** Host names besides this machine that `AWS_ENDPOINT_URL` may point to. */
  allowedEndpoints?: readonly string[] | undefined;
  limits?: Partial<Limits>;
  clock?: Clock;
};

/**
 * Opens the account of this machine's credentials; sends nothing yet. Throws `setting-invalid` where an
 * endpoint other than AWS's is set and not allowed.
 */
export async function openAwsSession(options: AwsSessionOptions = {}): Promise<AwsSession> {
  const { profile } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const endpoints = await configuredEndpoints();
  for (const { setting, url } of endpoints)
    requireAllowed(setting, url, options.allowedEndpoints ?? []);
  const url = endpoints[0]?.url;
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return openSession({
    source: url ? { kind: 'endpoint', url: url.origin } : { kind: 'aws' },
    startRegion: await startRegionOf(profile),
    clock: options.clock ?? systemClock,
    limits,
    handler: networkHandler(limits),
    operations: [...operations, ...credentialOperations],
    routes: credentialRoutes,
    endpoints: new Set(endpoints.map((endpoint) => endpointHost(endpoint.url))),
    credentials: (requestHandler) =>
      fromNodeProviderChain({ ...(profile && { profile }), clientConfig: { requestHandler } }),
    clientSettings: profile ? { profile } : {},
  });
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
