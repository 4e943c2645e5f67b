import { createServer } from 'node:https';
import { request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { generate } from 'selfsigned';
import { openOutbound, type OutboundFetch } from '../outbound/outbound.ts';

const host = 'idp.ippo.test';
export const clientSecret = 'a secret of the provider and of Ippo alone';

/** Somebody whom the provider knows. */
export type Account = { sub: string; email: string; email_verified: boolean; name: string };

/** A real provider on this machine, over https; whoever comes is signed in as `account`. */
export type TestProvider = {
  issuer: string;
  account: Account;
  /** How many times a code was asked to be exchanged. */
  exchanges: number;
  outbound: OutboundFetch;
  /** Goes where Ippo sent a browser; where the provider sends it back to. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
};

/** Starts one that knows Ippo at an origin; tells e-mail addresses by userinfo unless `inToken`. */
export async function startOidcProvider(
  origin: () => string,
  { inToken = false }: { inToken?: boolean } = {},
): Promise<TestProvider> {
  const made = await generate([{ name: 'commonName', value: host }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });
  const server = createServer({ key: made.private, cert: made.cert });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `https://${host}:${port}`;
  const running: TestProvider = {
    issuer,
    account: { sub: 'sub-1', email: 'aya@example.com', email_verified: true, name: 'Aya' },
    exchanges: 0,
    outbound: openOutbound({
      ...{ privateHosts: [host], resolve: async () => ['127.0.0.1'], ca: made.cert },
    }),
    visit: (address) => visit(address, origin(), made.cert),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'ippo',
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${origin()}/api/auth/sso/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !inToken,
    cookies: { keys: ['only a test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: async () => running.account }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url === '/token') running.exchanges += 1;
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const login = { accountId: running.account.sub };
    void provider.interactionFinished(request, response, { login });
  });
  return running;
}

/** Follows the provider's redirects as a browser would, with its cookies, until they lead back. */
async function visit(address: string, origin: string, ca: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  for (let left = 10; left > 0; left -= 1) {
    const answer = await get(url, cookies, ca);
    answer.resume();
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.split('=')[0] ?? '', pair);
    }
    const { location } = answer.headers;
    if (!location) throw new Error(`the provider answered ${answer.statusCode} at ${url.pathname}`);
    url = new URL(location, url);
    if (url.origin === origin) return url;
  }
  throw new Error('the provider sent the browser round and round');
}

function get(url: URL, cookies: Map<string, string>, ca: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { host: url.host, cookie: [...cookies.values()].join('; ') };
    const to = { ...{ hostname: '127.0.0.1', port: url.port, path: url.pathname + url.search } };
    httpsRequest({ ...to, servername: host, ca, headers, agent: false }, resolve)
      .once('error', reject)
      .end();
  });
}
