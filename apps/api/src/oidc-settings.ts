import { readFileSync } from 'node:fs';
import { DomainError } from '@ippo/contracts';
import { z } from 'zod';
import { readSecretFile } from './secret-files.ts';

/** The provider at which people of the organisation sign in. */
export type OidcSettings = {
  /** As the provider writes it in its own metadata. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
  /** Domains whose e-mail addresses may come in, in lower case. */
  domains: readonly string[];
};

const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

const issuer = z
  .url({ protocol: /^https$/, error: 'it must be an https address' })
  .refine((value) => {
    const { search, hash, username } = new URL(value);
    return !search && !hash && !username;
  }, 'it must be an address without a query');

/** The settings of the environment that concern it. */
export const oidcShape = {
  IPPO_OIDC_ISSUER: issuer.optional(),
  IPPO_OIDC_CLIENT_ID: z.string().min(1, 'it must be what the provider calls Ippo').optional(),
  IPPO_OIDC_CLIENT_SECRET_FILE: z.string().min(1, 'it must name a file').optional(),
  IPPO_OIDC_NAME: z
    .string()
    .trim()
    .min(1)
    .max(40, 'it must be short enough for a button')
    .optional(),
  IPPO_OIDC_DOMAINS: z
    .string()
    .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()))
    .refine((names) => names.every((name) => domain.test(name)), 'it must list domains of e-mail')
    .optional(),
};

type Given = z.infer<z.ZodObject<typeof oidcShape>>;

/** The provider, or null where none is named; half of the settings throws DomainError `setting-invalid`. */
export function oidcOf(given: Given, secretsFolder: string | null): OidcSettings | null {
  const { IPPO_OIDC_ISSUER, IPPO_OIDC_CLIENT_ID, IPPO_OIDC_DOMAINS, IPPO_OIDC_NAME } = given;
  if (Object.keys(oidcShape).every((name) => given[name as keyof Given] === undefined)) return null;
  if (IPPO_OIDC_ISSUER === undefined) throw missing('IPPO_OIDC_ISSUER');
  if (IPPO_OIDC_CLIENT_ID === undefined) throw missing('IPPO_OIDC_CLIENT_ID');
  if (IPPO_OIDC_DOMAINS === undefined) throw missing('IPPO_OIDC_DOMAINS');
  const clientSecret = secretOf(given.IPPO_OIDC_CLIENT_SECRET_FILE, secretsFolder);
  if (!clientSecret) throw missing('IPPO_OIDC_CLIENT_SECRET_FILE');
  return {
    ...{ issuer: IPPO_OIDC_ISSUER, clientId: IPPO_OIDC_CLIENT_ID, clientSecret },
    ...{ name: IPPO_OIDC_NAME ?? new URL(IPPO_OIDC_ISSUER).hostname, domains: IPPO_OIDC_DOMAINS },
  };
}

function secretOf(file: string | undefined, folder: string | null): string | null {
  const shared = folder === null ? null : readSecretFile(folder, 'oidc-client-secret');
  const setting = 'IPPO_OIDC_CLIENT_SECRET_FILE';
  if (file === undefined) return shared;
  if (shared !== null) {
    const why = 'the file oidc-client-secret in IPPO_SECRETS_DIR says it too; keep one';
    throw new DomainError('setting-invalid', { setting, why });
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new DomainError('setting-invalid', { setting, why: 'it cannot be read' }, error);
  }
}

function missing(setting: string): DomainError {
  const why = 'it is needed for single sign-on, beside the other IPPO_OIDC_ settings';
  return new DomainError('setting-invalid', { setting, why });
}
