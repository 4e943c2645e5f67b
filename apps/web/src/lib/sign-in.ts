import { ApiProblem } from './api-problem.ts';

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  if (response.status === 429) throw new ApiProblem('too-many-requests');
  if (response.status >= 500) throw new ApiProblem('internal');
  const problem = ApiProblem.from(await response.json().catch(() => null), response.status);
  const own = problem.code === 'host-refused' || problem.code === 'origin-refused';
  throw own ? problem : new ApiProblem('sign-in-failed');
}

/** Signs in with a cookie session; never says which part was wrong. */
export function signIn(email: string, password: string): Promise<void> {
  return post('sign-in/email', { email, password });
}

export function signOut(): Promise<void> {
  return post('sign-out', {});
}
