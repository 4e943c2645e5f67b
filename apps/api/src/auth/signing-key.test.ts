import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyPack, writePack } from '@ippo/pack';
import { packSigner } from '../testing/pack-signers.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, type Config } from '../config.ts';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { listSigningKeys } from '../store/signing-keys.ts';
import { emptyStore, openTestStore } from '../testing/test-store.ts';
import { openSigningKey, rotateSigningKey } from './signing-key.ts';

const at = new Date('2026-11-22T09:00:00Z');
const later = new Date('2026-11-23T09:00:00Z');

let store: Store;
let folder: string;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  await emptyStore(store);
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-signing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => store.close());

/** A process with a data folder of its own; with the secrets that are shared where asked. */
function processOf(name = 'one', shared = false): Config {
  const dataFolder = path.join(folder, name);
  mkdirSync(dataFolder, { recursive: true });
  const secrets = path.join(folder, 'secrets');
  if (shared) mkdirSync(secrets, { recursive: true });
  return readConfig({ IPPO_DATA_DIR: dataFolder, ...(shared && { IPPO_SECRETS_DIR: secrets }) });
}

function pem(kind: 'ed25519' | 'x25519' = 'ed25519'): string {
  const { privateKey } =
    kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function share(text: string): void {
  writeFileSync(path.join(folder, 'secrets/signing-key'), text);
}

describe('the key of an install', () => {
  test('is made on first need, for its owner to read only, and written down once', async () => {
    const config = processOf();

    const made = await openSigningKey(store.db, config, at);
    const again = await openSigningKey(store.db, config, later);

    expect(again).toEqual(made);
    const file = path.join(config.dataFolder, 'signing-key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(createPrivateKey(readFileSync(file)).asymmetricKeyType).toBe('ed25519');
    const { fingerprint, publicKey } = made;
    expect(await listSigningKeys(store.db)).toEqual([
      { fingerprint, publicKey, since: at.toISOString(), retiredAt: null },
    ]);
    const log = (await readAuditLog(store.db)).filter(({ subject }) => subject === fingerprint);
    expect(log.map(({ action }) => action)).toEqual(['signing-key.made']);
    expect(JSON.stringify(log)).not.toContain('PRIVATE');
  });

  test('is one, also where two need it at once', async () => {
    const config = processOf();

    const [first, second] = await Promise.all([
      openSigningKey(store.db, config, at),
      openSigningKey(store.db, config, at),
    ]);

    expect(first).toEqual(second);
    expect(await listSigningKeys(store.db)).toHaveLength(1);
  });

  test('is not made by a second process that has another folder: it says what to do', async () => {
    const { fingerprint } = await openSigningKey(store.db, processOf('one'), at);

    const second = openSigningKey(store.db, processOf('two'), at);

    await expect(second).rejects.toMatchObject({
      ...{ code: 'signing-key-missing', params: { fingerprint } },
    });
    expect(existsSync(path.join(folder, 'two/signing-key'))).toBe(false);
  });

  test('comes from the secrets folder where several processes share one', async () => {
    const [one, two] = [processOf('one', true), processOf('two', true)];
    share(pem());

    const made = await openSigningKey(store.db, one, at);

    expect(await openSigningKey(store.db, two, at)).toEqual(made);
    expect(existsSync(path.join(folder, 'one/signing-key'))).toBe(false);
  });

  test.each([
    ['is missing', null, 'setting-invalid'],
    ['is no key', 'nothing', 'signing-key-unreadable'],
    ['is a key of another kind', pem('x25519'), 'signing-key-unreadable'],
  ])('in the secrets folder %s: nothing is made', async (_, text, code) => {
    const config = processOf('one', true);
    if (text !== null) share(text);

    await expect(openSigningKey(store.db, config, at)).rejects.toMatchObject({ code });
    expect(await listSigningKeys(store.db)).toEqual([]);
  });
});

describe('another key', () => {
  const files = [{ name: 'a.txt', bytes: Buffer.from('a') }];

  test('takes the place of the first, whose packs are still verified by what is kept', async () => {
    const config = processOf();
    const old = await openSigningKey(store.db, config, at);
    const pack = Buffer.concat(writePack(files, packSigner(old)));

    const { now, before } = await rotateSigningKey(store.db, config, later);

    const opened = await openSigningKey(store.db, config, later);
    const kept = await listSigningKeys(store.db);
    expect([opened.fingerprint, before?.fingerprint]).toEqual([now.fingerprint, old.fingerprint]);
    expect(kept.map(({ fingerprint, retiredAt }) => [fingerprint, retiredAt])).toEqual([
      ...[
        [now.fingerprint, null],
        [old.fingerprint, later.toISOString()],
      ],
    ]);
    const trusted = kept.map(({ publicKey }) => publicKey);
    expect(verifyPack(pack, { trusted }).verified).toBe(true);
    expect(verifyPack(pack, { trusted: [now.publicKey] }).verified).toBe(false);
    expect(readFileSync(path.join(config.dataFolder, 'signing-key'), 'utf8')).toBe(
      opened.privateKey,
    );
    expect(existsSync(path.join(config.dataFolder, 'signing-key.next'))).toBe(false);
    const log = await readAuditLog(store.db);
    expect(log.at(-1)).toMatchObject({
      ...{ action: 'signing-key.rotated', subject: now.fingerprint },
      detail: { before: old.fingerprint },
    });
  });

  test('is found where the process ended before its file was in its place', async () => {
    const config = processOf();
    await openSigningKey(store.db, config, at);
    const file = path.join(config.dataFolder, 'signing-key');
    const old = readFileSync(file);
    const { now } = await rotateSigningKey(store.db, config, later);
    writeFileSync(`${file}.next`, readFileSync(file), { mode: 0o600 });
    writeFileSync(file, old);

    const opened = await openSigningKey(store.db, config, later);

    expect(opened.fingerprint).toBe(now.fingerprint);
    expect(existsSync(`${file}.next`)).toBe(false);
  });

  test('in the secrets folder is refused until it is taken into use', async () => {
    const config = processOf('one', true);
    share(pem());
    const old = await openSigningKey(store.db, config, at);
    share(pem());

    await expect(openSigningKey(store.db, config, at)).rejects.toMatchObject({
      ...{ code: 'signing-key-differs', params: { fingerprint: old.fingerprint } },
    });
    const { now } = await rotateSigningKey(store.db, config, later);
    expect((await openSigningKey(store.db, config, later)).fingerprint).toBe(now.fingerprint);
  });

  test('is not one that was in use: neither the same nor an older one', async () => {
    const config = processOf('one', true);
    const first = pem();
    share(first);
    await openSigningKey(store.db, config, at);

    const same = rotateSigningKey(store.db, config, later);
    await expect(same).rejects.toMatchObject({ code: 'signing-key-used-before' });
    share(pem());
    await rotateSigningKey(store.db, config, later);
    share(first);
    const older = rotateSigningKey(store.db, config, later);
    await expect(older).rejects.toMatchObject({ code: 'signing-key-used-before' });
  });

  test('helps where the private key was lost', async () => {
    const { fingerprint } = await openSigningKey(store.db, processOf('one'), at);

    const { now, before } = await rotateSigningKey(store.db, processOf('two'), later);

    expect(before?.fingerprint).toBe(fingerprint);
    expect((await openSigningKey(store.db, processOf('two'), later)).fingerprint).toBe(
      now.fingerprint,
    );
  });
});
