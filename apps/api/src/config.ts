import { isIP } from 'node:net';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { z } from 'zod';

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

const settingsSchema = z.object({
  IPPO_PORT: port.default(8080),
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
  DATABASE_URL: z
    .undefined({ error: 'this version keeps its data in a folder (IPPO_DATA_DIR) only; unset it' })
    .optional(),
});

/** Every setting of this process. */
export type Config = {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the database and the secrets. */
  dataFolder: string;
  /** The address that people use, where it is not a loopback one. */
  baseUrl: URL | null;
  trustedProxies: readonly string[];
  /** A host that AWS_ENDPOINT_URL may name besides loopback. */
  allowedEndpoint: string | null;
  logLevel: (typeof levels)[number];
};

/** Reads the settings; a wrong one throws DomainError `setting-invalid`, which names it and why. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  refuseUnknownNames(environment);
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(String(issue?.path[0] ?? 'IPPO_'), issue?.message ?? 'it cannot be read');
  }
  const settings = parsed.data;
  return {
    port: settings.IPPO_PORT,
    host: settings.IPPO_HOST,
    dataFolder: path.resolve(workspace, settings.IPPO_DATA_DIR),
    baseUrl: settings.IPPO_BASE_URL ?? null,
    trustedProxies: settings.IPPO_TRUSTED_PROXIES,
    allowedEndpoint: settings.IPPO_ALLOW_ENDPOINT ?? null,
    logLevel: settings.IPPO_LOG_LEVEL,
  };
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
