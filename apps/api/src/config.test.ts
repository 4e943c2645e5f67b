import { DomainError } from '@ippo/contracts';
import { describe, expect, test } from 'vitest';
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
    ['IPPO_PROT', '8080'],
    ['DATABASE_URL', 'postgres://localhost/ippo'],
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
