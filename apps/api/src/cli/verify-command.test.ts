import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSigningKey, rotateSigningKey } from '../auth/signing-key.ts';
import { readConfig } from '../config.ts';
import { openStore } from '../store/database.ts';
import { demoPack, newKeyPair, signedAnew } from '../testing/packs.ts';
import { runVerify } from './verify-command.ts';

const key = newKeyPair();

let folder: string;
let pack: Uint8Array;
let file: string;
let said: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-verify-'));
  pack = await demoPack(key);
  file = written('whole.pack.zip', pack);
});
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.stubEnv('IPPO_DATA_DIR', path.join(folder, 'none'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: Uint8Array | string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

/** The pack, its first file marked as compressed to a few bytes of four gigabytes. */
function compressed(): Uint8Array {
  const bytes = Buffer.from(pack);
  const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
  bytes.writeUInt16LE(8, entry + 10);
  bytes.writeUInt32LE(0xfffffff0, entry + 24);
  return bytes;
}

/** The pack with a file called otherwise, by as many letters. */
function renamed(from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(pack).toString('latin1').replaceAll(from, to), 'latin1');
}

describe('ippo verify', () => {
  test('names each file, the key, and that nobody else vouches for it', async () => {
    const status = await runVerify(file, { lang: 'en' });

    expect(status).toBe(0);
    expect(said).toContain(`${file}: verified. Nothing was altered since it was signed.`);
    expect(said).toContain('  evidence.json: as it was signed');
    expect(said).toContain(`Signed by the key ${key.fingerprint}.`);
    expect(said).toContain('Nobody but the pack itself vouches for this key.');
  });

  test('speaks Japanese', async () => {
    await runVerify(file, { lang: 'ja' });

    expect(said).toContain('検証できました。署名後の改変はありません。');
    expect(said).toContain('このパック自身だけです。');
  });

  test('takes the key that it has to be signed by, as a fingerprint or as a file', async () => {
    const given = written('key.pem', key.publicKey.replaceAll('\n', '\r\n'));
    const other = newKeyPair();

    const statuses = [
      await runVerify(file, { lang: 'en', key: key.fingerprint.toUpperCase() }),
      await runVerify(file, { lang: 'en', key: given }),
      await runVerify(file, { lang: 'en', key: other.fingerprint }),
      await runVerify(file, { lang: 'en', key: written('other.pem', other.publicKey) }),
    ];

    expect(statuses).toEqual([0, 0, 1, 1]);
    expect(said).toContain('That is the key that was given.');
    expect(said).toContain('(key-not-trusted)');
    await expect(
      runVerify(file, { lang: 'en', key: written('none.pem', 'x') }),
    ).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining('--key') });
  });

  test('says what is wrong with a pack that was altered, by its sentence and its code', async () => {
    const changed = Uint8Array.from(pack);
    const at = Buffer.from(pack).indexOf('"evidenceDigest"');
    changed[at] = (changed[at] ?? 0) ^ 1;

    const status = await runVerify(written('altered.zip', changed), { lang: 'ja' });

    expect(status).toBe(1);
    expect(said).toContain('検証できませんでした。');
    expect(said).toMatch(/ファイルが改変されています：\S+ \(file-altered\)/);
    expect(said).not.toContain('署名鍵の指紋');
  });

  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'empty'],
    ['an entry that would unfold', () => compressed(), 'zip-compressed'],
    ['a path out of the folder', () => renamed('report.json', '../ort.json'), 'name-odd'],
    ['a text', () => Buffer.from('not a zip'), 'not-a-zip'],
    ['a half', () => pack.subarray(0, pack.length / 2), 'not-a-zip'],
  ])('refuses %s with a code', async (_, content, code) => {
    const status = await runVerify(written('hostile.zip', content()), { lang: 'en' });

    expect(status).toBe(1);
    expect(said).toContain(`(${code})`);
  });

  test('refuses a gigabyte by its size, before it is read', async () => {
    const large = written('large.zip', '');
    truncateSync(large, 1024 ** 3);
    const before = process.memoryUsage().rss;

    const status = await runVerify(large, { lang: 'en' });

    expect(status).toBe(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
    expect(said).toContain('(too-large)');
  });

  test('does not wait for a pipe, nor read what never ends', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);

    for (const odd of [pipe, '/dev/zero', folder, path.join(folder, 'missing')])
      await expect(runVerify(odd, { lang: 'en' })).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('shows what a pack says without letting it write on the terminal', async () => {
    const name = path.join(folder, 'a\u001B[2Jb\nc.zip');
    writeFileSync(name, 'x');

    await runVerify(name, { lang: 'en' });

    expect(said).not.toContain('\u001B');
    expect(said.split('\n')[0]).toContain('b c.zip: NOT verified.');
  });
});

describe('ippo verify where an install is', () => {
  test('knows its key in use and its older ones, and says of another that it does not', async () => {
    const home = path.join(folder, 'home');
    mkdirSync(home);
    vi.stubEnv('IPPO_DATA_DIR', home);
    const store = await openStore({ folder: path.join(home, 'database') });
    const old = await openSigningKey(store.db, readConfig(), new Date('2026-11-01T00:00:00Z'));
    const older = signedAnew(pack, old, (_, text) => text);
    await rotateSigningKey(store.db, readConfig(), new Date('2026-11-20T00:00:00Z'));
    const now = await openSigningKey(store.db, readConfig(), new Date());
    await store.close();

    const statuses = [
      await runVerify(written('older.zip', older), { lang: 'en' }),
      await runVerify(
        written(
          'new.zip',
          signedAnew(pack, now, (_, text) => text),
        ),
        { lang: 'en' },
      ),
      await runVerify(file, { lang: 'en' }),
    ];

    expect(statuses).toEqual([0, 0, 0]);
    const range = 'from 2026-11-01T00:00:00.000Z to 2026-11-20T00:00:00.000Z';
    expect(said).toContain(`That is an older key of this install, in use ${range}.`);
    expect(said).toContain('That is the key of this install, since 2026-11-20T00:00:00.000Z.');
    expect(said).toContain('Nobody but the pack itself vouches for this key.');
  });
});
