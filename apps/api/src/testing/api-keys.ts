import { sendRaw, type RawAnswer } from './raw-request.ts';
import type { TestInstall } from './test-install.ts';

type Given = { name?: string; scope?: string; days?: number };

/** Asks for a new key of whoever the cookie belongs to. */
export function makeKey(
  install: TestInstall,
  cookie: string,
  { name = 'Nightly', scope = 'read', days = 30 }: Given = {},
) {
  return install.send('post', '/api/profile/keys', cookie).send({ name, scope, days });
}

/** Makes a key; the key itself. */
export async function newKey(install: TestInstall, cookie: string, given: Given = {}) {
  const { body } = await makeKey(install, cookie, given);
  return String(body.key);
}

/** A request as a program would send it: no cookie and no Origin. */
export function callWithKey(
  { origin }: TestInstall,
  { method, path, key }: { method: string; path: string; key: string },
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return sendRaw(origin, {
    ...{ method, path },
    headers: { host: new URL(origin).host, authorization: `Bearer ${key}`, ...headers },
    ...(method !== 'GET' && { body: { target: 'demo' } }),
  });
}
