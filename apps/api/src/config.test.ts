import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('settings', () => {
  test('have safe defaults', () => {
    const config = readConfig({});

    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', baseUrl: null });
    expect(config.dataFolder.endsWith('/.ippo-data')).toBe(true);
  });

  test.each([
    ['IPPO_PORT', '80a'],
    ['IPPO_PORT', '65536'],
    ['IPPO_PORT', ''],
    ['IPPO_PORT', '-1'],
    ['IPPO_HOST', 'example.com'],
    ['IPPO_DATA_DIR', ''],
    ['IPPO_BASE_URL', 'ippo.example.com'],
    ['IPPO_BASE_URL', 'https://example.com/ippo'],
    ['IPPO_BASE_URL', 'ftp://example.com'],
    ['IPPO_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['IPPO_TRUSTED_PROXIES', 'all'],
    ['IPPO_LOG_LEVEL', 'loud'],
    ['IPPO_ROLE_NAMES', ''],
    ['IPPO_ROLE_NAMES', 'role/ippo-*'],
    ['IPPO_PROT', '8080'],
    ['IPPO_ROLE', 'both'],
    ['IPPO_SECRETS_DIR', ''],
    ['IPPO_OIDC_ISSUER', 'http://idp.example.com'],
    ['IPPO_OIDC_ISSUER', 'https://idp.example.com/?tenant=1'],
    ['IPPO_OIDC_DOMAINS', 'example'],
    ['IPPO_OIDC_DOMAINS', '*.example.com'],
    ['IPPO_OIDC_CLIENT_SECRET_FILE', ''],
    ['DATABASE_URL', 'mysql://localhost/ippo'],
    ['DATABASE_URL', 'postgres://localhost'],
    ['DATABASE_URL', 'ippo'],
  ])('refuse %s=%s and name it in one line', (name, value) => {
    let thrown: unknown;

    try {
      readConfig({ [name]: value });
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(DomainError);
    expect(thrown).toMatchObject({ code: 'setting-invalid', params: { setting: name } });
    expect(String(thrown)).not.toContain('\n');
  });

  test('take trusted proxies as addresses, networks and “loopback”', () => {
    const config = readConfig({ IPPO_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,fd00::/8' });

    expect(config.trustedProxies).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8']);
  });
});

describe('PostgreSQL', () => {
  const url = 'postgresql://ippo:s3cret@db:5432/ippo';
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ippo-secrets-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function refused(...given: Parameters<typeof readConfig>): unknown {
    try {
      return readConfig(...given);
    } catch (error) {
      return error;
    }
  }

  test('is named by its address, in the environment or in the secrets folder', () => {
    writeFileSync(path.join(folder, 'database-url'), `${url}\n`);

    const fromEnvironment = readConfig({ DATABASE_URL: url });
    const fromFile = readConfig({ IPPO_SECRETS_DIR: folder });

    expect(fromEnvironment.databaseUrl).toBe(url);
    expect(fromFile).toMatchObject({ databaseUrl: url, secretsFolder: folder });
    expect(readConfig({}).databaseUrl).toBeNull();
  });

  test('named twice, or wrongly in the folder, is refused without telling the password', () => {
    writeFileSync(path.join(folder, 'database-url'), url);
    const twice = refused({ DATABASE_URL: url, IPPO_SECRETS_DIR: folder });
    writeFileSync(path.join(folder, 'database-url'), 'https://ippo:s3cret@db/ippo');
    const wrong = refused({ IPPO_SECRETS_DIR: folder });

    expect(twice).toMatchObject({ params: { setting: 'DATABASE_URL' } });
    expect(wrong).toMatchObject({ params: { setting: 'IPPO_SECRETS_DIR' } });
    expect(`${String(twice)} ${String(wrong)}`).not.toContain('s3cret');
  });

  test.each(['api', 'worker'] as const)('is what a process that is only %s needs', (role) => {
    const onFolder = refused({ IPPO_ROLE: role });
    const onPostgres = readConfig({ DATABASE_URL: url }, { role });

    expect(onFolder).toMatchObject({ code: 'several-processes-need-postgresql', params: { role } });
    expect(onPostgres.role).toBe(role);
    expect(onPostgres.port).toBe(role === 'api' ? 8080 : null);
  });
});
