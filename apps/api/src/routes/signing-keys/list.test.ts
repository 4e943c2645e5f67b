import { afterAll, beforeAll, expect, test } from 'vitest';
import { mkdirSync, rmSync } from 'node:fs';
import { openSigningKey, rotateSigningKey } from '../../auth/signing-key.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

let install: TestInstall;
beforeAll(async () => {
  install = await openTestInstall({ idle: true });
  mkdirSync(install.services.config.dataFolder, { recursive: true });
});
afterAll(async () => {
  await install.close();
  rmSync(install.services.config.dataFolder, { recursive: true, force: true });
});

test('an auditor reads every public key, and no private one; asking makes none', async () => {
  const { db, config } = install.services;
  const auditor = await install.signIn('auditor');

  const before = await install.send('get', '/api/reports/keys', auditor);
  const old = await openSigningKey(db, config, new Date('2026-11-01T00:00:00Z'));
  await rotateSigningKey(db, config, new Date('2026-11-20T00:00:00Z'));
  const { body, text } = await install.send('get', '/api/reports/keys', auditor);
  const stranger = await install.send('get', '/api/reports/keys');

  expect(before.body).toEqual({ keys: [] });
  expect(body.keys).toHaveLength(2);
  expect(body.keys[1]).toEqual({
    ...{ fingerprint: old.fingerprint, publicKey: old.publicKey },
    ...{ since: '2026-11-01T00:00:00.000Z', retiredAt: '2026-11-20T00:00:00.000Z' },
  });
  expect(text).not.toContain('PRIVATE');
  expect(stranger.status).toBe(401);
});
