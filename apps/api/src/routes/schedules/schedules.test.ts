import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLog } from '../../store/audit.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

const weekly = { kind: 'weekly', weekday: 'monday', time: '09:00', zone: 'Asia/Tokyo' };
let install: TestInstall;
beforeAll(async () => {
  install = await openTestInstall({ idle: true, now: () => new Date('2026-11-21T12:00:00Z') });
});
afterAll(() => install.close());

async function set(schedule: object, target = 'demo') {
  const cookie = await install.signIn('owner');
  return install.send('post', `/api/schedules/${target}`, cookie).send({ schedule });
}

describe('the schedules of connections', () => {
  test('are off until an owner sets one, and show their next times', async () => {
    const viewer = await install.signIn('viewer');
    const before = await install.send('get', '/api/schedules', viewer);

    const { status, body } = await set(weekly);
    const after = await install.send('get', '/api/schedules', viewer);

    expect(before.body.schedules).toContainEqual({
      ...{ target: 'demo', schedule: { kind: 'off' }, next: [] },
      ...{ lastRunAt: null, lastScan: null, lastProblem: null },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ target: 'demo', schedule: weekly });
    expect(body.next).toEqual([
      '2026-11-23T00:00:00.000Z',
      '2026-11-30T00:00:00.000Z',
      '2026-12-07T00:00:00.000Z',
    ]);
    expect(after.body.schedules).toContainEqual(body);
    const entry = (await readAuditLog(install.services.db)).at(-1);
    expect(entry).toMatchObject({ action: 'schedule.set', subject: 'demo', detail: weekly });
  });

  test.each(['operator', 'viewer', 'auditor'] as const)('cannot be set by an %s', async (role) => {
    const cookie = await install.signIn(role);

    const { status, body } = await install
      .send('post', '/api/schedules/demo', cookie)
      .send({ schedule: { kind: 'off' } });

    expect([status, body.code]).toEqual([403, 'forbidden']);
  });

  test.each([
    [{ ...weekly, zone: 'Asia/Nowhere' }, 'demo', 'time-zone-unknown'],
    [{ kind: 'cron', cron: '* * * * *', zone: 'UTC' }, 'demo', 'schedule-too-often'],
    [{ ...weekly, time: '24:00' }, 'demo', 'bad-request'],
    [{ kind: 'hourly' }, 'demo', 'bad-request'],
    [weekly, 'nothing-here', 'unknown-connection'],
  ])('are refused where they cannot run: %j of %s', async (schedule, target, code) => {
    const { body } = await set(schedule, target);

    expect(body.code).toBe(code);
  });
});
