import { defaultSettings, type ThresholdEffect } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAuditLog } from '../../store/audit.ts';
import { everyAccount } from '../../store/reader-scope.ts';
import { readReport } from '../../store/reports.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../../testing/test-install.ts';

let install: TestInstall;
let owner: string;
beforeAll(async () => {
  install = await openTestInstall({ openTarget: worldTarget('spotless') });
  owner = await install.signIn('owner');
});
afterAll(() => install.close());

async function scan(): Promise<string> {
  const { body } = await install.send('post', '/api/scans', owner).send({ target: 'demo' });
  await vi.waitUntil(
    async () =>
      (await install.send('get', `/api/scans/${body.id}`, owner)).body.status === 'complete',
    { timeout: 30_000, interval: 100 },
  );
  return String(body.id);
}

function set(body: object, cookie = owner) {
  return install.send('post', '/api/settings/thresholds', cookie).send(body);
}

function held(cookie = owner) {
  return install.send('get', '/api/settings/thresholds', cookie);
}

function effect(query: string, cookie = owner) {
  return install.send('get', `/api/settings/thresholds/effect?${query}`, cookie);
}

async function settingsOf(scanId: string) {
  return (await readReport(install.services.db, everyAccount, scanId))?.report.settings;
}

describe('the thresholds', () => {
  test('are the defaults until an owner sets others, and everybody may see them', async () => {
    const viewer = await install.signIn('viewer');

    const { status, body } = await held(viewer);

    expect(status).toBe(200);
    expect(body).toEqual({ settings: defaultSettings, changed: null });
  });

  test('show what others would change, and keep nothing of it', async () => {
    await scan();
    const entries = (await readAuditLog(install.services.db)).length;

    const stricter = await effect('rootUsageWindowDays=365&configRetentionDays=365');
    const same = await effect('rootUsageWindowDays=30&configRetentionDays=365');

    const [one] = stricter.body.effects as ThresholdEffect[];
    expect(stricter.body.left).toBe(0);
    expect(one?.checks).toEqual([{ id: 'root-usage', held: 'pass', tried: 'fail' }]);
    expect(one?.findings.length).toBe(one?.changed);
    expect(one?.changed).toBeGreaterThan(0);
    expect(one?.findings.every(({ check }) => check === 'root-usage')).toBe(true);
    expect(one?.score.tried).toBeLessThan(one?.score.held ?? 0);
    expect(same.body.effects[0]).toMatchObject({ checks: [], findings: [], changed: 0 });
    expect((await held()).body.settings).toEqual(defaultSettings);
    expect((await readAuditLog(install.services.db)).length).toBe(entries);
  });

  test('judge the scans from then on, while earlier reports stay as they were', async () => {
    const earlier = await scan();

    const answer = await set({ rootUsageWindowDays: 45, configRetentionDays: 2557 });
    const later = await scan();

    expect(answer.body.settings).toEqual({ rootUsageWindowDays: 45, configRetentionDays: 2557 });
    expect(answer.body.changed.by).toBe('The owner');
    expect(await settingsOf(earlier)).toEqual(defaultSettings);
    expect(await settingsOf(later)).toEqual(answer.body.settings);
    const trend = await install.send('get', '/api/trend?account=111122223333', owner);
    expect(trend.status).toBeLessThan(500);
    const entry = (await readAuditLog(install.services.db)).find(
      ({ action }) => action === 'thresholds.set',
    );
    expect(entry?.detail).toEqual({
      rootUsageWindowDays: '30 → 45',
      configRetentionDays: '365 → 2557',
    });
  });

  test('leave no entry where nothing is another', async () => {
    const { settings } = (await held()).body;
    const entries = (await readAuditLog(install.services.db)).length;

    await set(settings);

    expect((await readAuditLog(install.services.db)).length).toBe(entries);
  });

  test.each([
    {},
    { rootUsageWindowDays: 30 },
    { rootUsageWindowDays: 0, configRetentionDays: 365 },
    { rootUsageWindowDays: 366, configRetentionDays: 365 },
    { rootUsageWindowDays: 30, configRetentionDays: 29 },
    { rootUsageWindowDays: 30, configRetentionDays: 2558 },
    { rootUsageWindowDays: 30.5, configRetentionDays: 365 },
    { rootUsageWindowDays: '30', configRetentionDays: 365 },
    { rootUsageWindowDays: null, configRetentionDays: 365 },
    { rootUsageWindowDays: 30, configRetentionDays: 365, scoreFactor: 1 },
    { rootUsageWindowDays: 1e308, configRetentionDays: 365 },
    { rootUsageWindowDays: [30], configRetentionDays: 365 },
  ])('refuse %j', async (body) => {
    const before = (await held()).body.settings;

    const { status, body: answer } = await set(body);

    expect([status, answer.code]).toEqual([400, 'bad-request']);
    expect((await held()).body.settings).toEqual(before);
  });

  test.each([
    '',
    'rootUsageWindowDays=30',
    'rootUsageWindowDays=0&configRetentionDays=365',
    'rootUsageWindowDays=0x1e&configRetentionDays=365',
    'rootUsageWindowDays=3e1&configRetentionDays=365',
    'rootUsageWindowDays=-30&configRetentionDays=365',
    'rootUsageWindowDays=30&configRetentionDays=99999',
    'rootUsageWindowDays=30&rootUsageWindowDays=31&configRetentionDays=365',
    'rootUsageWindowDays=30&configRetentionDays=365&__proto__=1',
  ])('try nothing out for %j', async (query) => {
    const { status, body } = await effect(query);

    expect([status, body.code]).toEqual([400, 'bad-request']);
  });

  test.each(['operator', 'viewer', 'auditor'] as const)('are not %s’s to set', async (role) => {
    const cookie = await install.signIn(role);

    const answers = [
      await set({ rootUsageWindowDays: 60, configRetentionDays: 365 }, cookie),
      await effect('rootUsageWindowDays=60&configRetentionDays=365', cookie),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'forbidden'],
      [403, 'forbidden'],
    ]);
  });
});
