import { afterAll, beforeAll, expect, test } from 'vitest';
import { scanned } from '../testing/scanned.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
let owner: string;
beforeAll(async () => {
  install = await openTestInstall({ openTarget: worldTarget('acme-demo') });
  owner = await install.signIn('owner');
  await scanned(install, owner);
});
afterAll(() => install.close());

test('a problem that takes more than a packet can be read by who takes it compressed', async () => {
  const { status, body } = await install
    .send('get', '/api/audit?action=moon', owner)
    .set('accept-encoding', 'gzip');

  expect([status, body.code]).toEqual([400, 'bad-request']);
});

test('a report is compressed for who can read that, and the same for who cannot', async () => {
  const zipped = await install
    .send('get', '/api/reports/latest', owner)
    .set('accept-encoding', 'gzip');
  const plain = await install
    .send('get', '/api/reports/latest', owner)
    .set('accept-encoding', 'identity');

  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.headers['vary']?.toLowerCase()).toContain('accept-encoding');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(zipped.body).toEqual(plain.body);
});
