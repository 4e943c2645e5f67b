import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DomainError } from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeTestDatabase, openTestStore, postgresUrl } from '../../testing/test-store.ts';
import { recordInAuditLog } from '../audit.ts';
import { openStore, type Store } from '../database.ts';
import { rowsOf } from '../rows-of.ts';
import { addPerson } from '../people.ts';
import { openBackup, writeBackup } from './backup-file.ts';
import { restoreInto } from './restore-into.ts';
import { tablesInOrder } from './tables.ts';

const passphrase = 'stair by stair by stair';
const made = { madeAt: '2026-11-22T00:00:00.000Z', version: '0.1.0', secrets: { a: 'b' } };
const now = new Date('2026-11-22T01:02:03.456Z');

let folder: string;
let store: Store;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ippo-backup-'));
  file = path.join(folder, 'backup.age');
  store = await openTestStore();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const person = { email: 'Aiko@example.com', role: 'owner' as const, passwordHash: 'x' };
  await addPerson(store.db, { ...person, name: 'Ai,"愛"\n𠮷 =1+1' }, now);
  await store.db.execute(sql`insert into facts (digest, body) values ('d', ${'{"ü":"𠮷\\n"}'})`);
  for (let count = 0; count < 120; count += 1)
    await recordInAuditLog(store.db, { at: now, actor: null, action: 'setup.refused' });
}

async function everything(db: Store['db']): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await tablesInOrder(db)) {
    const rows = await rowsOf<{ line: string }>(
      db,
      sql`select row_to_json(t)::text as line from ${sql.identifier(name)} t order by 1`,
    );
    all[name] = rows.map(({ line }) => line);
  }
  return all;
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => null,
    (caught: unknown) => caught,
  );
  return error instanceof DomainError ? error.code : String(error);
}

describe('a backup', () => {
  test('restores every row to the letter in another home, and goes on counting there', async () => {
    await fill();
    const before = await everything(store.db);

    await writeBackup(store.db, file, passphrase, made);
    const home = { folder: path.join(folder, 'database') };
    const { header, rows } = await restoreInto(home, await openBackup(file, passphrase));

    const restored = await openStore(home);
    expect(await everything(restored.db)).toEqual(before);
    expect(header).toMatchObject({ secrets: { a: 'b' }, version: '0.1.0' });
    expect(rows['audit_log']).toBe(before['audit_log']?.length);
    await recordInAuditLog(restored.db, { at: now, actor: null, action: 'setup.refused' });
    await restored.close();
  });

  test.skipIf(postgresUrl === null)(
    'moves from the folder to PostgreSQL, and back, without losing a letter',
    async () => {
      await fill();
      const before = await everything(store.db);
      await writeBackup(store.db, file, passphrase, made);
      const server = await makeTestDatabase(postgresUrl ?? '');

      await restoreInto({ url: server.url }, await openBackup(file, passphrase));
      const there = await openStore({ url: server.url });
      const onServer = await everything(there.db);
      const second = path.join(folder, 'from-server.age');
      await writeBackup(there.db, second, passphrase, made);
      await there.close();
      await server.drop();
      const home = { folder: path.join(folder, 'back') };
      await restoreInto(home, await openBackup(second, passphrase));
      const back = await openStore(home);

      expect(onServer).toEqual(before);
      expect(await everything(back.db)).toEqual(before);
      await back.close();
    },
  );

  test('leaves out who is signed in', async () => {
    const names = (await tablesInOrder(store.db)).map(({ name }) => name);

    expect(names).toContain('users');
    expect(names).not.toContain('sessions');
    expect(names).not.toContain('setup_tokens');
  });

  test('is for its owner’s eyes only, and tells nothing without the passphrase', async () => {
    await fill();

    await writeBackup(store.db, file, passphrase, made);

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file)).includes('aiko@example.com')).toBe(false);
    expect(await codeOf(openBackup(file, 'another passphrase'))).toBe('passphrase-wrong');
  });

  test('is never written over an older one', async () => {
    await writeFile(file, 'older');

    expect(await codeOf(writeBackup(store.db, file, passphrase, made))).toBe('file-exists');
    expect(await readFile(file, 'utf8')).toBe('older');
    await expect(stat(`${file}.partial`)).rejects.toThrow('ENOENT');
  });

  test('into a folder that is not there leaves nothing and says why', async () => {
    const nowhere = path.join(folder, 'missing', 'backup.age');

    expect(await codeOf(writeBackup(store.db, nowhere, passphrase, made))).toBe(
      'backup-not-written',
    );
  });

  test('that was cut off or altered anywhere restores nothing', async () => {
    await fill();
    await writeBackup(store.db, file, passphrase, made);
    const whole = await readFile(file);
    const home = { folder: path.join(folder, 'database') };
    const damaged = [
      whole.subarray(0, whole.length - 20),
      whole.subarray(0, Math.floor(whole.length / 2)),
      Buffer.concat([whole, Buffer.from('more')]),
      flipped(whole, whole.length - 40),
      flipped(whole, 250),
      Buffer.from('nothing of ours'),
      Buffer.alloc(0),
    ];

    for (const bytes of damaged) {
      await writeFile(file, bytes);
      const code = await codeOf(
        (async () => restoreInto(home, await openBackup(file, passphrase)))(),
      );
      expect(code).toMatch(/^(backup-unreadable|passphrase-wrong)$/);
    }

    const untouched = await openStore(home);
    const rows = await rowsOf<{ count: number }>(
      untouched.db,
      sql`select count(*)::int as count from users`,
    );
    expect(rows[0]?.count).toBe(0);
    await untouched.close();
  });

  test('is not restored over data', async () => {
    await fill();
    await writeBackup(store.db, file, passphrase, made);
    const home = { folder: path.join(folder, 'database') };
    await restoreInto(home, await openBackup(file, passphrase));

    const again = codeOf((async () => restoreInto(home, await openBackup(file, passphrase)))());

    expect(await again).toBe('home-not-empty');
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
