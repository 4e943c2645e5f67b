import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprintOf } from '@ippo/pack';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { runKeysList, runKeysRotate, runKeysShow } from './keys-command.ts';

let folder: string;
let said: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-keys-'));
});
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.stubEnv('IPPO_DATA_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command said, by its lines. */
async function linesOf(command: () => Promise<number>): Promise<string[]> {
  said = '';
  expect(await command()).toBe(0);
  return said.trimEnd().split('\n');
}

test('keys are listed, shown and replaced, and an older one is never lost', async () => {
  mkdirSync(path.join(folder, 'database'));

  const none = await linesOf(() => runKeysList({ lang: 'ja' }));
  await linesOf(() => runKeysRotate({ lang: 'en' }));
  const first = (await linesOf(() => runKeysList({ lang: 'en' })))[0]?.slice(0, 64) ?? '';
  const rotated = await linesOf(() => runKeysRotate({ lang: 'en' }));
  const listed = await linesOf(() => runKeysList({ lang: 'en' }));
  const shown = `${(await linesOf(() => runKeysShow(undefined))).join('\n')}\n`;
  const older = `${(await linesOf(() => runKeysShow(first.slice(0, 12)))).join('\n')}\n`;

  expect(none).toEqual(['署名鍵はまだありません。最初の証拠パックの作成時に作られます。']);
  expect(rotated[1]).toContain(`The public key ${first} stays`);
  expect(listed[0]).toMatch(/^[0-9a-f]{64} {2}in use since 20/);
  expect(listed[1]).toMatch(new RegExp(`^${first} {2}from 20.+ to 20`));
  expect(fingerprintOf(shown)).toBe(listed[0]?.slice(0, 64));
  expect(fingerprintOf(older)).toBe(first);
  await expect(runKeysShow('0123456789')).rejects.toMatchObject({ code: 'no-such-signing-key' });
});

test('nothing is made where there is no install', async () => {
  vi.stubEnv('IPPO_DATA_DIR', path.join(folder, 'none'));

  await expect(runKeysRotate({ lang: 'en' })).rejects.toMatchObject({ code: 'no-data-folder' });
});
