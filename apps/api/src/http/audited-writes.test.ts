import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditActionNames } from '@ippo/contracts';
import { verifyAuditLog } from '../store/audit-chain.ts';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { everyRoute, exportPrefix, type Route } from '../testing/contract-routes.ts';
import { driveExport } from '../testing/drive-export.ts';
import { driveSetup } from '../testing/drive-setup.ts';
import { addSignedIn } from '../testing/people.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';
import { writeDrives } from '../testing/write-drives.ts';

/** Not GET, but no write either; why they are not GET. */
const questions: Readonly<Record<string, string>> = {
  'setup.check': 'a token must not stand in an address',
  'invites.check': 'a token must not stand in an address',
  'resets.check': 'a token must not stand in an address',
  'passkeys.options': 'each answer is a new challenge',
  'profile.passkeyOptions': 'each answer is a new challenge',
  'exceptions.preview': 'a scope does not fit an address, and nothing is kept',
  'exceptions.previewSelection': 'a selection does not fit an address, and nothing is kept',
  'reports.preview': 'a cover names people, and nothing is kept',
  'profile.beginSecondFactor': 'a password goes in, and nothing holds before it is confirmed',
};

/** Every write, and every export, which is the only read that leaves an entry. */
const writes = everyRoute.filter(
  ({ method, name }) =>
    method !== 'GET' ||
    name.startsWith(exportPrefix) ||
    /export/i.test(name.split('.').at(-1) ?? ''),
);
const driven = writes.filter(({ name }) => !(name in questions));

let store: Store;
let install: TestInstall;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  // Where something fails, as a risk is accepted only there.
  install = await openTestInstall({ store, openTarget: worldTarget('acme-demo') });
});
afterEach(() => install.close());
afterAll(() => store.close());

type Last = Awaited<ReturnType<typeof driveSetup>>;

async function prepare({ name }: Route): Promise<Last> {
  if (name === 'setup.createOwner') return driveSetup(install);
  const stage = async () => ({ install, owner: await addSignedIn(install, 'owner') });
  if (name.startsWith(exportPrefix)) return driveExport(name, await stage());
  const drive = writeDrives[name];
  if (!drive) throw new Error(`${name} is a new write: drive it in testing/write-drives.ts`);
  return drive(await stage());
}

function addressOf({ path }: Route, marks: Record<string, string>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_mark, name: string) => marks[name] ?? 'none');
}

describe('every write and every export leaves an entry', () => {
  test.each(driven)('$name', async (route) => {
    const { marks = {}, body = {}, query = {}, cookie, ...rest } = await prepare(route);
    const { origin = install.origin } = rest;
    const asked = new URLSearchParams({ format: 'csv', ...query }).toString();
    const { db } = install.services;
    const before = (await readAuditLog(db)).length;

    const answer =
      route.method === 'GET'
        ? await install.send('get', `${addressOf(route, marks)}?${asked}`, cookie)
        : await install
            .send('post', addressOf(route, marks), cookie)
            .set({ origin, host: new URL(origin).host })
            .send(body);

    const left = (await readAuditLog(db)).slice(before);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    expect(left.length).toBeGreaterThanOrEqual(1);
    const names: readonly string[] = auditActionNames;
    expect(left.filter(({ action }) => !names.includes(action))).toEqual([]);
    if (cookie !== undefined)
      expect(left.some(({ actor, actorName }) => actor !== null && actorName !== null)).toBe(true);
  });

  test('in one unbroken chain', async () => {
    expect(await verifyAuditLog(install.services.db)).toMatchObject({ state: 'unbroken' });
  });

  test('and no list of this test names a route that is gone', () => {
    const names = new Set(everyRoute.map(({ name }) => name));
    const named = [...Object.keys(questions), ...Object.keys(writeDrives)];

    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });
});
