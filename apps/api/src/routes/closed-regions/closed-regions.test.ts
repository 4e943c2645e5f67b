import { simulatedSession } from '@ippo/collectors';
import type { ClosedRegion, RegionState, Scan, ScanReport } from '@ippo/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAuditLog } from '../../store/audit.ts';
import { addTestPerson, signInAs } from '../../testing/people.ts';
import { scanned } from '../../testing/scanned.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

const region = 'sa-east-1';
const reason = 'We do nothing in South America.';
/** Before the world's own refusal: the service's own answer. */
const answers = { region, act: 'delay', milliseconds: 0 } as const;
let install: TestInstall;
let owner: string;
let scan: Scan;
let faults: (typeof answers)[] = [];
beforeAll(async () => {
  install = await openTestInstall({
    openTarget: async () =>
      simulatedSession('half-dark', { faults, limits: { silentRegionMs: 1_500 } }),
  });
  owner = await install.signIn('owner');
  scan = await scanned(install, owner);
});
afterAll(() => install.close());

function confirm(body: object, cookie = owner, id = scan.id) {
  return install.send('post', `/api/scans/${id}/closed-regions`, cookie).send(body);
}

async function stateOf(name: string): Promise<RegionState | undefined> {
  const { body } = await install.send('get', '/api/reports/latest', owner);
  const { regions } = (body as { report: ScanReport }).report;
  return regions.find((one) => one.name === name)?.state;
}

async function outcomesIn(name: string): Promise<Set<string>> {
  const { body } = await install.send('get', '/api/reports/latest', owner);
  const { checks } = (body as { report: ScanReport }).report;
  const there = checks.flatMap(({ findings }) => findings.filter((one) => one.region === name));
  return new Set(there.map(({ outcome }) => outcome));
}

async function listed(cookie = owner): Promise<ClosedRegion[]> {
  const { body } = await install.send('get', '/api/closed-regions', cookie);
  return (body as { regions: ClosedRegion[] }).regions;
}

test('a Region that no scan proves closed cannot be confirmed', async () => {
  const open = await confirm({ region: 'us-east-1', reason });
  const silent = await confirm({ region: 'eu-west-3', reason });
  const unknown = await confirm({ region: 'xx-nowhere-9', reason });

  expect([open.status, silent.status, unknown.status]).toEqual([409, 409, 409]);
  expect([open.body.code, silent.body.code]).toEqual([
    'region-not-proven-closed',
    'region-not-proven-closed',
  ]);
});

test('neither without a reason nor by who is no owner', async () => {
  await addTestPerson(install, 'op@example.com', { role: 'operator', until: null });

  const silent = await confirm({ region, reason: 'no' });
  const operator = await confirm({ region, reason }, await signInAs(install, 'op@example.com'));

  expect([silent.status, operator.status]).toEqual([400, 403]);
  expect(await stateOf(region)).toBe('scp-denied');
});

test('an owner confirms one by name: it leaves the scope at once, and the log tells who said so', async () => {
  const before = await outcomesIn(region);
  const confirmed = await confirm({ region, reason });

  expect(confirmed.body).toMatchObject({ region, reason, ended: null });
  expect(before).toContain('unknown');
  expect(await stateOf(region)).toBe('out-of-scope');
  expect(await outcomesIn(region)).toEqual(new Set(['not-applicable']));
  expect((await confirm({ region, reason })).body.code).toBe('region-confirmed');
  expect((await readAuditLog(install.services.db)).at(-1)).toMatchObject({
    action: 'region.confirmed-closed',
    subject: region,
    detail: { reason },
  });
});

test('it holds for the next scan as long as nothing answers there', async () => {
  scan = await scanned(install, owner);

  expect(await stateOf(region)).toBe('out-of-scope');
  expect(await listed()).toMatchObject([{ region, ended: null }]);
});

test('taken back, it counts as unknown again', async () => {
  const [held] = await listed();
  const path = `/api/closed-regions/${held?.id}/end`;
  const ended = await install.send('post', path, owner);
  const again = await install.send('post', path, owner);

  expect(ended.body).toMatchObject({ region, ended: { by: 'The owner' } });
  expect(again.status).toBe(404);
  expect(await stateOf(region)).toBe('scp-denied');
  expect(await outcomesIn(region)).toContain('unknown');
});

test('the first answer from there ends it for good', async () => {
  await confirm({ region, reason });
  faults = [answers];
  await scanned(install, owner);
  const answered = await stateOf(region);
  faults = [];
  await scanned(install, owner);

  expect(answered).toBe('enabled');
  expect(await stateOf(region)).toBe('scp-denied');
  expect(await listed()).toMatchObject([
    { region, ended: { by: null } },
    { region, ended: { by: 'The owner' } },
  ]);
});

test('who sees no such account sees no confirmation of it', async () => {
  const until = '2027-06-01T00:00:00Z';
  const access = { role: 'auditor', accounts: ['999999999999'], until } as const;
  await addTestPerson(install, 'out@example.com', access);

  expect(await listed(await signInAs(install, 'out@example.com'))).toEqual([]);
});
