import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../store/database.ts';
import { clientSecret, startOidcProvider, type TestProvider } from './oidc-provider.ts';
import { sendRaw, type RawAnswer } from './raw-request.ts';
import { openTestInstall, type TestInstall } from './test-install.ts';

/** The address that Ippo has for the provider, whatever the port of a test. */
export const base = 'https://ippo.example.com';

/** What the provider's answers become on their way: a test may play a false provider. */
type Answer = (asked: string, given: Response) => Promise<Response>;

/** An install with its organisation's provider. */
export type SsoStage = {
  provider: TestProvider;
  answer: Answer;
  /** Begins anew on the emptied store. */
  open(settings?: Record<string, string>): Promise<TestInstall>;
  /** A browser at Ippo's own address. */
  visit(address: string, cookie?: string): Promise<RawAnswer>;
  /** Begins at Ippo and goes to the provider; what its page would come back with. */
  goAndReturn(then?: string): Promise<{ back: URL; cookie: string; address: string }>;
  signIn(then?: string): Promise<RawAnswer>;
  /** Signs in; the session's cookie. */
  signedIn(): Promise<string>;
  close(): Promise<void>;
};

export async function asGiven(_asked: string, given: Response): Promise<Response> {
  return given;
}

/** Starts the provider; `now` is the clock of every install on this stage. */
export async function openSsoStage(store: Store, now: () => Date): Promise<SsoStage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-sso-'));
  const secretFile = path.join(folder, 'secret');
  writeFileSync(secretFile, `${clientSecret}\n`);
  const provider = await startOidcProvider(() => base);
  const { host } = new URL(base);
  let install: TestInstall;
  let addresses = 0;

  const stage: SsoStage = {
    provider,
    answer: asGiven,
    async open(settings = {}) {
      install = await openTestInstall({
        ...{ store, now },
        outbound: async (input, init) =>
          stage.answer(
            input instanceof Request ? input.url : input.toString(),
            await provider.outbound(input, init),
          ),
        environment: {
          IPPO_BASE_URL: base,
          IPPO_TRUSTED_PROXIES: 'loopback',
          IPPO_OIDC_ISSUER: provider.issuer,
          IPPO_OIDC_CLIENT_ID: 'ippo',
          IPPO_OIDC_CLIENT_SECRET_FILE: secretFile,
          IPPO_OIDC_NAME: 'Example Corp',
          IPPO_OIDC_DOMAINS: 'example.com, example.jp',
          ...settings,
        },
      });
      return install;
    },
    visit(address, cookie = '') {
      addresses += 1;
      const from = `10.1.${addresses >> 8}.${addresses & 255}`;
      const headers = { host, cookie, 'x-forwarded-for': from };
      return sendRaw(install.origin, { method: 'GET', path: address, headers });
    },
    async goAndReturn(then = '') {
      const query = then && `?then=${encodeURIComponent(then)}`;
      const begun = await stage.visit(`/api/auth/sso/start${query}`);
      const back = await provider.visit(begun.location ?? '');
      return { back, cookie: begun.cookie, address: back.pathname + back.search };
    },
    async signIn(then) {
      const { address, cookie } = await stage.goAndReturn(then);
      return stage.visit(address, cookie);
    },
    async signedIn() {
      const { address, cookie } = await stage.goAndReturn();
      const { headers } = await install.send('get', address, cookie).set({ host }).redirects(0);
      // It comes after the cookie that is taken away.
      const set = [headers['set-cookie'] ?? []].flat();
      return set.find((one) => one.includes('session_token='))?.split(';')[0] ?? '';
    },
    async close() {
      await provider.close();
      rmSync(folder, { recursive: true });
    },
  };
  return stage;
}
