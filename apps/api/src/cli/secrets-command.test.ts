import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { runSecrets } from './secrets-command.ts';

let folder: string;
let said: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'ippo-secrets-')), 'new');
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

function contents(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

describe('ippo secrets', () => {
  test('makes what several processes share, for its owner to read only', async () => {
    await runSecrets(folder, { databaseHost: 'postgres' });

    const made = contents();
    const names = [
      ...['backup-passphrase', 'database-password', 'database-url', 'session-secret'],
      'signing-key',
    ];
    expect(Object.keys(made).toSorted()).toEqual(names);
    expect(made['database-url']).toBe(
      `postgresql://ippo:${made['database-password']}@postgres:5432/ippo`,
    );
    expect(new Set(Object.values(made)).size).toBe(5);
    expect(createPrivateKey(made['signing-key'] ?? '').asymmetricKeyType).toBe('ed25519');
    for (const [name, secret] of Object.entries(made)) {
      expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o400);
      expect(secret.length).toBeGreaterThanOrEqual(43);
      expect(said).not.toContain(secret);
    }
  });

  test('makes a folder that the settings take as it is', async () => {
    await runSecrets(folder, { databaseHost: 'db.internal:6432' });

    const config = readConfig({ IPPO_SECRETS_DIR: folder, IPPO_ROLE: 'worker' });

    expect(config.databaseUrl).toMatch(/^postgresql:\/\/ippo:\S{43}@db\.internal:6432\/ippo$/);
  });

  test('changes nothing that it finds', async () => {
    await runSecrets(folder, { databaseHost: 'postgres' });
    const before = contents();

    await runSecrets(folder, { databaseHost: 'elsewhere' });

    expect(contents()).toEqual(before);
  });

  test('makes no password beside an address that somebody else wrote', async () => {
    await runSecrets(folder, {});
    writeFileSync(path.join(folder, 'database-url'), 'postgresql://a:b@c/d');

    await runSecrets(folder, { databaseHost: 'postgres' });

    expect(Object.keys(contents())).not.toContain('database-password');
    expect(contents()['database-url']).toBe('postgresql://a:b@c/d');
  });

  test('says that a folder cannot be written', async () => {
    const run = runSecrets('/dev/null/secrets', {});

    await expect(run).rejects.toMatchObject({ code: 'storage-failed' });
  });
});
