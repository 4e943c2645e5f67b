import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { storageSchema } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLog } from '../../store/audit.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

let folder: string;
let install: TestInstall;
let owner: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ippo-storage-'));
  install = await openTestInstall({ idle: true, environment: { IPPO_DATA_DIR: folder } });
  owner = await install.signIn('owner');
});
afterAll(async () => {
  await install.close();
  await rm(folder, { recursive: true, force: true });
});

async function post(where: string, body: object = {}) {
  return install.send('post', `/api/storage${where}`, owner).send(body);
}

async function storage() {
  return storageSchema.parse((await install.send('get', '/api/storage', owner)).body);
}

describe('what an install keeps', () => {
  test('is shown with its size, and is kept for good at first', async () => {
    const shown = await storage();

    expect(shown.bytes.all).toBeGreaterThan(1_000_000);
    expect(shown).toMatchObject({ retention: { days: null }, holds: [], backups: [] });
  });

  test('tells what a retention would prune before it is set', async () => {
    const tried = await post('/retention', { days: 90, dryRun: true });
    const before = (await storage()).retention;

    const set = await post('/retention', { days: 90 });

    expect(tried.body).toEqual({ retention: { days: 90 }, prunes: 0 });
    expect([before, set.body.retention]).toEqual([{ days: null }, { days: 90 }]);
    expect((await storage()).retention).toEqual({ days: 90 });
    const entry = (await readAuditLog(install.services.db)).at(-1);
    expect(entry).toMatchObject({ action: 'retention.set', detail: { days: '90', prunes: '0' } });
  });

  test.each([{ days: 29 }, { days: 3651 }, { days: 30.5 }, {}, { days: '90' }])(
    'refuses the retention %j',
    async (body) => {
      expect((await post('/retention', body)).body.code).toBe('bad-request');
    },
  );

  test('holds a period, once, until it is released', async () => {
    const hold = { account: '111122223333', from: '2026-01-01T00:00:00Z', until: null };
    const made = await post('/holds', { ...hold, reason: 'Audit <b>2026</b>' });

    const released = await post(`/holds/${made.body.id}/release`);
    const again = await post(`/holds/${made.body.id}/release`);

    expect(made.body).toMatchObject({ reason: 'Audit <b>2026</b>', setBy: 'The owner' });
    expect(released.body.id).toBe(made.body.id);
    expect([again.status, again.body.code]).toEqual([404, 'not-found']);
  });

  test('backs up when asked, and names what it made', async () => {
    const { body } = await post('/backups');

    expect(body.name).toMatch(/^ippo-\d{8}T\d{6}\.\d{3}Z-asked-for\.age$/);
    expect((await storage()).backups).toEqual([body]);
    expect((await readAuditLog(install.services.db)).at(-1)).toMatchObject({
      ...{ action: 'backup.made', subject: body.name },
    });
  });

  test('keeps both of two backups that were asked for at once', async () => {
    const before = (await storage()).backups.length;

    const made = await Promise.all([post('/backups'), post('/backups')]);

    expect(made.map(({ status }) => status)).toEqual([200, 200]);
    expect((await storage()).backups).toHaveLength(before + 2);
  });
});
