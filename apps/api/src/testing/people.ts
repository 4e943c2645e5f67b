import type { Access, Role } from '@ippo/contracts';
import { columnsOf } from '../store/access-columns.ts';
import { addPerson } from '../store/people.ts';
import { hashOfPassword, password, type TestInstall } from './test-install.ts';

/** Somebody who is signed in. */
export type TestPerson = { id: string; email: string; cookie: string };

/** An access, also as a constant. */
type GivenAccess =
  | Exclude<Access, { role: 'auditor' }>
  | { role: 'auditor'; accounts: readonly string[]; until: string };

/** Adds somebody who can sign in with the tests' password; an id. */
export async function addTestPerson(
  { services }: TestInstall,
  email: string,
  access: GivenAccess = { role: 'owner', until: null },
): Promise<string> {
  const { db, auth, now } = services;
  const passwordHash = await hashOfPassword(auth);
  const name = email.split('@')[0] ?? email;
  const columns = columnsOf(
    access.role === 'auditor' ? { ...access, accounts: [...access.accounts] } : access,
  );
  return addPerson(db, { name, email, passwordHash, ...columns }, now());
}

/** Tries to sign in. */
export function tryToSignIn(install: TestInstall, email: string, given = password) {
  return install.send('post', '/api/auth/sign-in/email').send({ email, password: given });
}

/** Signs in; the cookie. */
export async function signInAs(install: TestInstall, email: string): Promise<string> {
  return cookieOf(await tryToSignIn(install, email));
}

/** Adds somebody of a role and signs them in; their address begins with the role. */
export async function addSignedIn(
  install: TestInstall,
  role: Exclude<Role, 'auditor'>,
  name: string = role,
): Promise<TestPerson> {
  const email = `${name}@example.com`;
  const id = await addTestPerson(install, email, { role, until: null });
  return { id, email, cookie: await signInAs(install, email) };
}

/** The first cookie that an answer sets, as a browser would send it back. */
export function cookieOf({ headers }: { headers: Record<string, unknown> }): string {
  const cookies = headers['set-cookie'];
  return (Array.isArray(cookies) ? String(cookies[0]) : '').split(';')[0] ?? '';
}

/** The token in a link's fragment. */
export function tokenIn({ body }: { body: { link?: string } }): string {
  return new URL(body.link ?? 'about:blank').hash.replace('#token=', '');
}

/** A moment some milliseconds after another, as the API writes it. */
export function after(time: Date, milliseconds: number): string {
  return new Date(time.getTime() + milliseconds).toISOString();
}
