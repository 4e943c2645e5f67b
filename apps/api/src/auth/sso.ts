import { DomainError, personNameSchema } from '@ippo/contracts';
import { z } from 'zod';
import type { OidcSettings } from '../oidc-settings.ts';
import type { Database } from '../store/database.ts';
import { findOrAddSsoPerson, keepSsoAttempt, useSsoAttempt } from '../store/people-sso.ts';
import { ownerExists } from '../store/people.ts';
import type { Claims, OidcClient } from './oidc-client.ts';
import { newToken, tokenHash } from './secrets.ts';

/** For so long somebody may be away at the provider. */
export const attemptMs = 10 * 60 * 1_000;

/** What a sign-in at the provider needs. */
export type Sso = { db: Database; settings: OidcSettings; client: OidcClient };

const keptSchema = z.object({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string() },
  ...{ browser: z.string(), target: z.string() },
});

/** Where to send a browser, and the secret by which it is recognised when it comes back. */
export async function beginSso(
  { db, client }: Sso,
  { redirectUri, target, now }: { redirectUri: string; target: string; now: Date },
): Promise<{ url: URL; browser: string }> {
  // Nobody owns an install because a provider knows them.
  if (!(await ownerExists(db))) throw new DomainError('setup-required');
  const { url, attempt } = await client.begin(redirectUri);
  const browser = newToken();
  const value = JSON.stringify({ ...attempt, browser: tokenHash(browser), target });
  const expiresAt = new Date(now.getTime() + attemptMs);
  await keepSsoAttempt(db, { hash: tokenHash(attempt.state), value, expiresAt });
  return { url, browser };
}

/**
 * Who came back, and where they wanted to go. Throws DomainError `sso-expired`, `sso-failed`,
 * `email-not-verified`, `email-domain-refused` or `sign-in-not-linked`.
 */
export async function finishSso(
  { db, client, settings }: Sso,
  { answer, browser, now }: { answer: URL; browser: string; now: Date },
): Promise<{ userId: string; target: string }> {
  const state = answer.searchParams.get('state') ?? '';
  const value = await useSsoAttempt(db, tokenHash(state), now);
  const kept = value === null ? null : keptSchema.parse(JSON.parse(value));
  if (kept === null || kept.browser !== tokenHash(browser)) throw new DomainError('sso-expired');
  const claims = await client.finish(answer, kept);
  requireOwnAddress(claims, settings);
  const { email, issuer, subject } = claims;
  const person = { email, name: nameOf(claims), account: `${issuer} ${subject}` };
  const userId = await findOrAddSsoPerson(db, person, now);
  if (userId === null) throw new DomainError('sign-in-not-linked');
  return { userId, target: kept.target };
}

function requireOwnAddress({ email, emailVerified }: Claims, { domains }: OidcSettings): void {
  if (!emailVerified) throw new DomainError('email-not-verified');
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (!domains.includes(domain)) throw new DomainError('email-domain-refused');
}

function nameOf({ name, email }: Claims): string {
  return personNameSchema.safeParse(name).data ?? email.slice(0, 100);
}
