import { isIP } from 'node:net';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { z } from 'zod';
import { oidcOf, oidcShape, type OidcSettings } from './oidc-settings.ts';
import { readSecretFile, type SecretFile } from './secret-files.ts';

const workspace = path.resolve(import.meta.dirname, '../../..');
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'it must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'it must be a whole number from 0 to 65535');

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'it must be an http or https address' })
  .transform((value) => new URL(value))
  .refine(
    (url) => url.pathname === '/' && !url.search && !url.hash && !url.username,
    'it must be an address without a path',
  );

const proxies = z.string().transform((value, context) => {
  const names = value.split(',').map((name) => name.trim());
  const odd = names.find((name) => name !== 'loopback' && !isNetwork(name));
  if (odd === undefined) return names;
  context.addIssue(
    `“${odd}” is neither an IP address, a network such as 10.0.0.0/8, nor “loopback”`,
  );
  return z.NEVER;
});

const hostNames = z.string().transform((value, context) => {
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  const odd = names.find((name) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(name));
  if (odd === undefined) return names;
  context.addIssue(`“${odd}” is not the name of a host`);
  return z.NEVER;
});

const metricsToken = z.string().regex(/^\S{32,}$/, 'it must have at least 32 characters');

/** What this process does: serve people, run scans and other jobs, or both. */
export const processRoles = ['all', 'api', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

// Its value holds a password, so no message repeats it.
const databaseUrl = z.string().refine((value) => {
  const url = URL.parse(value);
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}, 'it must be an address such as postgresql://user:password@host:5432/database');

const settingsSchema = z.object({
  IPPO_PORT: port.optional(),
  IPPO_HOST: z
    .string()
    .refine((value) => isIP(value) > 0 || value === 'localhost', 'it must be an IP address')
    .default('127.0.0.1'),
  IPPO_DATA_DIR: z.string().min(1, 'it must name a folder').default('.ippo-data'),
  IPPO_BASE_URL: baseUrl.optional(),
  IPPO_TRUSTED_PROXIES: proxies.default([]),
  IPPO_ALLOW_ENDPOINT: z.string().min(1, 'it must name a host').optional(),
  IPPO_LOG_LEVEL: z
    .enum(levels, { error: `it must be one of ${levels.join(', ')}` })
    .default('warn'),
  IPPO_ROLE: z
    .enum(processRoles, { error: `it must be one of ${processRoles.join(', ')}` })
    .default('all'),
  IPPO_ROLE_NAMES: z
    .string()
    .regex(/^[\w+=,.@*-]{1,64}$/, 'it must be the name of an IAM role, with * for any part of it')
    .default('ippo-*'),
  IPPO_SECRETS_DIR: z.string().min(1, 'it must name a folder').optional(),
  IPPO_PRIVATE_HOSTS: hostNames.default([]),
  IPPO_REQUESTS_A_MINUTE: z
    .string()
    .regex(/^[1-9]\d{1,6}$/, 'it must be a whole number from 10')
    .transform(Number)
    .default(600),
  IPPO_METRICS_TOKEN: metricsToken.optional(),
  IPPO_METRICS_PORT: port.optional(),
  ...oidcShape,
  DATABASE_URL: databaseUrl.optional(),
});

/** Every setting of this process. */
export type Config = {
  role: ProcessRole;
  /** Null where nothing listens: a worker that was given no port. */
  port: number | null;
  host: string;
  /** Absolute path of the folder that holds the database and the secrets. */
  dataFolder: string;
  /** PostgreSQL instead of the folder's own database; holds a password. */
  databaseUrl: string | null;
  /** Absolute path of the folder with the secrets that several processes share. */
  secretsFolder: string | null;
  /** The address that people use, where it is not a loopback one. */
  baseUrl: URL | null;
  trustedProxies: readonly string[];
  /** A host that AWS_ENDPOINT_URL may name besides loopback. */
  allowedEndpoint: string | null;
  /** What the names of roles that may be assumed look like; `*` stands for anything. */
  rolePattern: string;
  logLevel: (typeof levels)[number];
  /** Hosts of one's own network that may be asked, such as a sign-in provider's. */
  privateHosts: readonly string[];
  /** Reads that one session may make; writes are a tenth. */
  requestsAMinute: number;
  /** Who reads `/metrics` shows it; without it that address does not exist. A secret. */
  metricsToken: string | null;
  /** A second port for `/metrics` alone, for this machine only and without a token. */
  metricsPort: number | null;
  /** The organisation's own sign-in; null where there is none. */
  oidc: OidcSettings | null;
};

/**
 * Reads the settings; what the command line gave goes first. A wrong one throws DomainError
 * `setting-invalid`, which names it and why, or `several-processes-need-postgresql`.
 */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  given: { role?: ProcessRole } = {},
): Config {
  refuseUnknownNames(environment);
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(String(issue?.path[0] ?? 'IPPO_'), issue?.message ?? 'it cannot be read');
  }
  const settings = parsed.data;
  const role = given.role ?? settings.IPPO_ROLE;
  const secretsFolder =
    settings.IPPO_SECRETS_DIR === undefined
      ? null
      : path.resolve(workspace, settings.IPPO_SECRETS_DIR);
  const url = secretOf(
    { name: 'DATABASE_URL', value: settings.DATABASE_URL, schema: databaseUrl },
    secretsFolder,
    'database-url',
  );
  if (role !== 'all' && url === null)
    throw new DomainError('several-processes-need-postgresql', { role });
  return {
    role,
    port: settings.IPPO_PORT ?? (role === 'worker' ? null : 8080),
    host: settings.IPPO_HOST,
    dataFolder: path.resolve(workspace, settings.IPPO_DATA_DIR),
    databaseUrl: url,
    secretsFolder,
    baseUrl: settings.IPPO_BASE_URL ?? null,
    trustedProxies: settings.IPPO_TRUSTED_PROXIES,
    allowedEndpoint: settings.IPPO_ALLOW_ENDPOINT ?? null,
    rolePattern: settings.IPPO_ROLE_NAMES,
    logLevel: settings.IPPO_LOG_LEVEL,
    privateHosts: settings.IPPO_PRIVATE_HOSTS,
    requestsAMinute: settings.IPPO_REQUESTS_A_MINUTE,
    metricsToken: secretOf(
      { name: 'IPPO_METRICS_TOKEN', value: settings.IPPO_METRICS_TOKEN, schema: metricsToken },
      secretsFolder,
      'metrics-token',
    ),
    metricsPort: settings.IPPO_METRICS_PORT ?? null,
    oidc: oidcOf(settings, secretsFolder),
  };
}

/** A secret from the environment or from its file in the secrets folder, never from both. */
function secretOf(
  setting: { name: string; value: string | undefined; schema: z.ZodType<string> },
  folder: string | null,
  file: SecretFile,
): string | null {
  const fromFile = folder === null ? null : readSecretFile(folder, file);
  if (fromFile === null) return setting.value ?? null;
  if (setting.value !== undefined)
    throw invalid(setting.name, `the file ${file} in IPPO_SECRETS_DIR says it too; keep one`);
  const parsed = setting.schema.safeParse(fromFile);
  if (parsed.success) return parsed.data;
  throw invalid('IPPO_SECRETS_DIR', `${file}: ${parsed.error.issues[0]?.message ?? ''}`);
}

// A misspelt safety setting that is silently ignored would be worse than a refused start.
function refuseUnknownNames(environment: NodeJS.ProcessEnv): void {
  const known = Object.keys(settingsSchema.shape);
  const odd = Object.keys(environment).find(
    (name) => name.startsWith('IPPO_') && !known.includes(name),
  );
  if (odd) throw invalid(odd, `there is no such setting; known: ${known.join(', ')}`);
}

function isNetwork(name: string): boolean {
  const [address = '', bits, ...rest] = name.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}

function invalid(setting: string, why: string): DomainError {
  return new DomainError('setting-invalid', { setting, why });
}
