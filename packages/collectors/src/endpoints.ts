import { DomainError } from '@ippo/contracts';
import { resolveEndpointConfig } from '@smithy/core/endpoints';
import { isLoopback } from './aws-hosts.ts';
import { services } from './sdk.ts';

/** An endpoint that `AWS_ENDPOINT_URL`, its per-service form or the shared AWS files set. */
export type ConfiguredEndpoint = { setting: string; url: URL };

/** The endpoints that the SDK will use instead of AWS's own, read by the SDK's own reader. */
export async function configuredEndpoints(): Promise<ConfiguredEndpoint[]> {
  const found: ConfiguredEndpoint[] = [];
  for (const { serviceId } of Object.values(services)) {
    const text = await endpointOf(serviceId);
    if (!text) continue;
    const setting = `AWS_ENDPOINT_URL (${serviceId})`;
    if (!URL.canParse(text))
      throw new DomainError('setting-invalid', { setting, why: 'not a URL' });
    found.push({ setting, url: new URL(text) });
  }
  return found;
}

async function endpointOf(serviceId: string): Promise<string | undefined> {
  const nowhere = () => {
    throw new Error('Only the configured endpoint is asked for.');
  };
  const config = resolveEndpointConfig({
    serviceId,
    region: async () => 'us-east-1',
    urlParser: nowhere,
    endpointProvider: nowhere,
  });
  return config.serviceConfiguredEndpoint?.();
}

/** `host` or `host:port`, as the requests will name it. */
export function endpointHost({ hostname, port }: URL): string {
  return port ? `${hostname}:${port}` : hostname;
}

/** This machine, or a host that the owner allowed by name: an endpoint decides every verdict. */
export function requireAllowed(setting: string, url: URL, allowed: readonly string[]): void {
  if (isLoopback(url.hostname) || allowed.includes(url.hostname)) return;
  throw new DomainError('setting-invalid', {
    setting,
    why: `${url.hostname} is not this machine; allow it with IPPO_ALLOW_ENDPOINT=${url.hostname}`,
  });
}
