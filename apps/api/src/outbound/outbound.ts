import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { DomainError } from '@ippo/contracts';
import { placeOf } from './addresses.ts';
import { sendTo, type Limits } from './send.ts';

/** How this process may reach anything but AWS. */
export type OutboundSettings = {
  /** Names of hosts of one's own network: their addresses may be private or loopback ones. */
  privateHosts?: readonly string[];
  /** Where given, no other host is asked at all. */
  onlyHosts?: readonly string[];
  limits?: Partial<Limits>;
  /** The addresses of a name; the machine's own resolver unless a test brings one. */
  resolve?: (host: string) => Promise<readonly string[]>;
  /** A certificate authority (PEM) to trust instead of the usual ones. */
  ca?: string;
};

/** As `fetch`, for libraries that take one (`customFetch` of openid-client and jose). */
export type OutboundFetch = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>;

const usualLimits: Limits = { milliseconds: 10_000, bytes: 1_000_000 };

/**
 * The only way to any host that is not AWS: https, no redirects, no proxy; a name is resolved once, every
 * address of it is tested, and the connection goes to a tested one. Throws DomainError
 * `outbound-refused` before anything is sent, `outbound-failed` after.
 */
export function openOutbound(settings: OutboundSettings = {}): OutboundFetch {
  const { resolve = addressesOf, ca } = settings;
  const limits = { ...usualLimits, ...settings.limits };
  return async (input, init) => {
    const url = addressToAsk(input instanceof Request ? input.url : input);
    const host = nameOf(url);
    if (settings.onlyHosts && !named(settings.onlyHosts, host)) throw refused(host, 'host');
    const request = new Request(input instanceof Request ? input : url, init);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limits.milliseconds)]);
    const resolved = isIP(host) > 0 ? [host] : await inTime(resolve(host), signal, host);
    const allowed = named(settings.privateHosts ?? [], host) ? ['public', 'inside'] : ['public'];
    if (resolved.length === 0 || !resolved.every((one) => allowed.includes(placeOf(one))))
      throw refused(host, 'address');
    return sendTo(request, { url, host, addresses: resolved, signal, limits, ...(ca && { ca }) });
  };
}

function addressToAsk(input: string | URL): URL {
  const url = URL.canParse(String(input)) ? new URL(input) : null;
  if (!url) throw refused(String(input).slice(0, 200), 'not-an-address');
  const host = nameOf(url);
  if (url.protocol !== 'https:') throw refused(host, 'not-https');
  if (url.username || url.password) throw refused(host, 'userinfo');
  return url;
}

/** Without brackets and without the dot of a fully qualified name, which would dodge a list of names. */
function nameOf({ hostname }: URL): string {
  return hostname.replaceAll(/^\[|\]$|\.+$/g, '');
}

function named(hosts: readonly string[], host: string): boolean {
  return hosts.some((name) => name.toLowerCase() === host);
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

async function inTime<T>(work: Promise<T>, signal: AbortSignal, host: string): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // The loser of the race may reject later, when nobody listens any more; and there may be no race at all.
  for (const one of [work, late]) one.catch(() => null);
  try {
    signal.throwIfAborted();
    return await Promise.race([work, late]);
  } catch (error) {
    throw new DomainError('outbound-failed', { host, reason: 'no-address' }, error);
  }
}

function refused(host: string, reason: string): DomainError {
  return new DomainError('outbound-refused', { host, reason });
}
