import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSigningKey } from '../auth/signing-key.ts';
import { readConfig } from '../config.ts';
import { readAuditLog } from '../store/audit.ts';
import { verifyAuditLog } from '../store/audit-chain.ts';
import { openStore } from '../store/database.ts';
import { addPerson } from '../store/people.ts';
import { runBackup, runRestore } from './backup-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ippo-restore-'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('a restore is the first thing that the log of its new home says, and fits its chain', async () => {
  const passphraseFile = path.join(folder, 'passphrase');
  const file = path.join(folder, 'made.age');
  const person = { name: 'Aiko', email: 'aiko@example.com', role: 'owner' as const };
  const [from, to] = ['from', 'to'].map((name) => path.join(folder, name)) as [string, string];
  mkdirSync(from);
  writeFileSync(passphraseFile, 'stair by stair by stair\n');
  const first = await openStore({ folder: path.join(from, 'database') });
  await addPerson(first.db, { ...person, passwordHash: 'x' }, new Date());
  vi.stubEnv('IPPO_DATA_DIR', from);
  const key = await openSigningKey(first.db, readConfig(), new Date());
  await first.close();
  await runBackup(file, { passphraseFile });

  vi.stubEnv('IPPO_DATA_DIR', to);
  await runRestore(file, { passphraseFile });

  const restored = await openStore({ folder: path.join(to, 'database') });
  const log = await readAuditLog(restored.db);
  const verdict = await verifyAuditLog(restored.db);
  const opened = await openSigningKey(restored.db, readConfig(), new Date());
  await restored.close();
  expect(log.at(-1)).toMatchObject({
    action: 'backup.restored',
    actor: null,
    detail: { file: 'made.age', rows: expect.stringMatching(/^\d+$/) },
  });
  expect(verdict.state).toBe('unbroken');
  expect(opened).toEqual(key);
  expect(statSync(path.join(to, 'signing-key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'latin1')).not.toContain('PRIVATE KEY');
});
