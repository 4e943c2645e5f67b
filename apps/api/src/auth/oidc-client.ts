import { DomainError } from '@ippo/contracts';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { z } from 'zod';
import type { OidcSettings } from '../oidc-settings.ts';
import type { OutboundFetch } from '../outbound/outbound.ts';

/** What must be the same when a browser comes back from the provider. */
export type Attempt = { state: string; nonce: string; verifier: string };

/** What the provider says of somebody. */
export type Claims = {
  /** As the provider writes it, so that one provider is never two. */
  issuer: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  name: string;
};

/** The organisation's own sign-in, by OpenID Connect. Both throw DomainError `sso-failed`. */
export type OidcClient = {
  begin(redirectUri: string): Promise<{ url: URL; attempt: Attempt }>;
  finish(answer: URL, attempt: Attempt): Promise<Claims>;
};

/** So long what a provider says of itself is believed. */
const metadataMs = 60 * 60 * 1_000;
const claimsSchema = z.object({
  email: z.email().max(200).toLowerCase(),
  email_verified: z.boolean().default(false),
  name: z.string().default(''),
});

/** Opens the client; the provider is asked when somebody first signs in. */
export function openOidc(settings: OidcSettings, outbound: OutboundFetch): OidcClient {
  let known: { configuration: Promise<Configuration>; until: number } | null = null;

  function configuration(): Promise<Configuration> {
    if (known && Date.now() < known.until) return known.configuration;
    const found = discover(settings, outbound);
    const entry = { configuration: found, until: Date.now() + metadataMs };
    known = entry;
    found.catch(() => {
      if (known === entry) known = null;
    });
    return found;
  }

  return {
    async begin(redirectUri) {
      const attempt = {
        ...{ state: randomState(), nonce: randomNonce() },
        verifier: randomPKCECodeVerifier(),
      };
      try {
        const url = buildAuthorizationUrl(await configuration(), {
          ...{ redirect_uri: redirectUri, scope: 'openid email profile' },
          ...{ state: attempt.state, nonce: attempt.nonce, code_challenge_method: 'S256' },
          code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        });
        return { url, attempt };
      } catch (error) {
        throw new DomainError('sso-failed', {}, error);
      }
    },
    async finish(answer, { state, nonce, verifier }) {
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        return await claimsOf(await configuration(), answer, checks);
      } catch (error) {
        throw new DomainError('sso-failed', {}, error);
      }
    },
  };
}

/** The issuer that answers must be the one that was named, which the library makes sure of. */
function discover(
  { issuer, clientId, clientSecret }: OidcSettings,
  outbound: OutboundFetch,
): Promise<Configuration> {
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    [customFetch]: (url, { method, headers, body, redirect, signal }) =>
      outbound(url, {
        method,
        headers,
        redirect,
        ...(body && { body }),
        ...(signal && { signal }),
      }),
    // TLS to the token endpoint would do by the standard; the signature is checked all the same.
    execute: [enableNonRepudiationChecks],
  });
}

async function claimsOf(
  configuration: Configuration,
  answer: URL,
  checks: Parameters<typeof authorizationCodeGrant>[2],
): Promise<Claims> {
  const tokens = await authorizationCodeGrant(configuration, answer, checks);
  const told = tokens.claims();
  if (!told) throw new Error('the provider sent no ID token');
  const { sub: subject, iss: issuer } = told;
  // Many providers tell more at a second address than in the token itself.
  const asked = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more =
    told['email'] === undefined && asked
      ? await fetchUserInfo(configuration, tokens.access_token, subject)
      : {};
  const { email, email_verified: emailVerified, name } = claimsSchema.parse({ ...told, ...more });
  return { issuer, subject, email, emailVerified, name };
}
