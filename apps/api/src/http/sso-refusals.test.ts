import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/database.ts';
import { addSignedIn } from '../testing/people.ts';
import { asGiven, openSsoStage, type SsoStage } from '../testing/sso-stage.ts';
import type { TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

let store: Store;
let stage: SsoStage;
let install: TestInstall;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
  stage = await openSsoStage(store, () => clock);
});
beforeEach(async () => {
  clock = new Date();
  const known = { sub: 'sub-1', email: 'aya@example.com', email_verified: true, name: 'Aya' };
  stage.provider.account = known;
  stage.answer = asGiven;
  install = await stage.open();
  await addSignedIn(install, 'owner');
});
afterEach(() => install.close());
afterAll(async () => {
  await stage.close();
  await store.close();
});

describe('an answer that does not belong to this sign-in', () => {
  test('is refused when it comes twice, and its code is not even sent on', async () => {
    const { address, cookie } = await stage.goAndReturn();
    await stage.visit(address, cookie);
    const before = stage.provider.exchanges;

    const again = await stage.visit(address, cookie);

    expect(again.location).toBe('/sign-in?problem=sso-expired');
    expect(stage.provider.exchanges).toBe(before);
  });

  test('is refused by another browser, and then by its own one too', async () => {
    const { address, cookie } = await stage.goAndReturn();

    const other = await stage.visit(address);
    const own = await stage.visit(address, cookie);

    expect([other.location, own.location]).toEqual(Array(2).fill('/sign-in?problem=sso-expired'));
  });

  test('is refused ten minutes later', async () => {
    const { address, cookie } = await stage.goAndReturn();
    clock = new Date(clock.getTime() + 10 * 60_000);

    expect((await stage.visit(address, cookie)).location).toBe('/sign-in?problem=sso-expired');
  });

  test('is refused with a made-up state', async () => {
    const { back, cookie } = await stage.goAndReturn();
    back.searchParams.set('state', 'made-up');

    const { location } = await stage.visit(back.pathname + back.search, cookie);

    expect(location).toBe('/sign-in?problem=sso-expired');
  });

  test('is refused with a code of another sign-in, used or not: its verifier and nonce differ', async () => {
    const used = await stage.goAndReturn();
    await stage.visit(used.address, used.cookie);
    const unused = await stage.goAndReturn();

    for (const { back } of [used, unused]) {
      const mine = await stage.goAndReturn();
      mine.back.searchParams.set('code', back.searchParams.get('code') ?? '');
      const { location } = await stage.visit(mine.back.pathname + mine.back.search, mine.cookie);
      expect(location).toBe('/sign-in?problem=sso-failed');
    }
  });

  test('is refused from another issuer', async () => {
    const { back, cookie } = await stage.goAndReturn();
    back.searchParams.set('iss', 'https://evil.example');

    const { location } = await stage.visit(back.pathname + back.search, cookie);

    expect(location).toBe('/sign-in?problem=sso-failed');
  });

  test('is told as a failure where the person said no', async () => {
    const { back, cookie } = await stage.goAndReturn();
    back.searchParams.delete('code');
    back.searchParams.set('error', 'access_denied');

    const { location } = await stage.visit(back.pathname + back.search, cookie);

    expect(location).toBe('/sign-in?problem=sso-failed');
  });
});

describe('a provider that is not the one that was named', () => {
  async function reopen(settings: Record<string, string>): Promise<void> {
    await install.close();
    install = await stage.open(settings);
    await addSignedIn(install, 'owner');
  }

  test('says that it is another issuer', async () => {
    await reopen({});
    stage.answer = async (asked, given) => {
      if (!asked.includes('/.well-known/')) return given;
      const metadata = (await given.json()) as object;
      return Response.json({ ...metadata, issuer: 'https://evil.example' });
    };

    const { location } = await stage.visit('/api/auth/sso/start');

    expect(location).toBe('/sign-in?problem=sso-failed');
  });

  test('sends a token again that was made for an earlier sign-in', async () => {
    const tokens: string[] = [];
    stage.answer = async (asked, given) => {
      if (!asked.endsWith('/token')) return given;
      tokens.push(await given.text());
      return new Response(tokens[0], given);
    };

    const first = await stage.signIn();
    const second = await stage.signIn();

    expect([first.location, second.location]).toEqual(['/', '/sign-in?problem=sso-failed']);
  });

  test('sends a token that it did not sign', async () => {
    stage.answer = async (asked, given) => {
      if (!asked.endsWith('/token')) return given;
      const token = (await given.json()) as { id_token: string };
      const [head, body] = token.id_token.split('.');
      return Response.json({ ...token, id_token: `${head}.${body}.${'A'.repeat(342)}` });
    };

    expect((await stage.signIn()).location).toBe('/sign-in?problem=sso-failed');
  });

  test('is not there', async () => {
    await reopen({ IPPO_OIDC_ISSUER: 'https://idp.ippo.test:1' });

    const { location } = await stage.visit('/api/auth/sso/start');

    expect(location).toBe('/sign-in?problem=sso-failed');
  });

  test('is a host of one’s own network that no setting allows', async () => {
    await reopen({ IPPO_OIDC_ISSUER: 'https://127.0.0.1:1' });

    const { location } = await stage.visit('/api/auth/sso/start');

    expect(location).toBe('/sign-in?problem=sso-failed');
  });
});
