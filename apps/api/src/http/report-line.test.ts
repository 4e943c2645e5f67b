import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
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

function ask(path: string) {
  return install.send('post', `/api/reports/${path}`, owner).send({ format: 'json' }).buffer();
}

describe('while others are made', () => {
  test('one too many is told to come again, and when; it leaves no entry', async () => {
    const { reports, db } = install.services;
    const entries = await readAuditLog(db);
    const all = new AbortController();
    const { promise, reject } = Promise.withResolvers<never>();
    const others = [1, 2, 3, 4, 5].map(() => reports.make(() => promise, { signal: all.signal }));
    const ended = Promise.allSettled(others);

    const { status, headers, text } = await ask('files');
    const shown = await ask('preview');
    all.abort();
    reject(new Error('no job'));
    await ended;

    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(JSON.parse(text)).toMatchObject({ code: 'report-busy' });
    expect(JSON.parse(shown.text)).toMatchObject({ code: 'report-busy' });
    expect(await readAuditLog(db)).toEqual(entries);
    expect((await ask('files')).status).toBe(200);
  });
});
