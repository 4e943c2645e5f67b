import { ApiProblem } from './api-problem.ts';

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw ApiProblem.from(answer, response.status);
}

/** What a password opened: the pages, or the question for a code. */
export type Entered = 'signed-in' | 'code-needed';

/** Signs in with a cookie session; never says which part was wrong. */
export async function signIn(email: string, password: string): Promise<Entered> {
  const answer = await post('sign-in/email', { email, password });
  const waits =
    typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
      ? answer.twoFactorRedirect
      : false;
  return waits === true ? 'code-needed' : 'signed-in';
}

/** The second step of a sign-in, with a code of the app or one of the backup codes. */
export async function giveCode(kind: 'app' | 'backup', code: string): Promise<void> {
  await post(`two-factor/${kind === 'app' ? 'verify-totp' : 'verify-backup-code'}`, { code });
}

export async function signOut(): Promise<void> {
  await post('sign-out', {});
}
