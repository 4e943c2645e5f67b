import type { AssumableRole } from '@ippo/collectors';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/database.ts';
import {
  member,
  own,
  openConnectedInstall,
  type ConnectedInstall,
} from '../../testing/connected-install.ts';
import { openTestStore } from '../../testing/test-store.ts';

let store: Store;
let at: ConnectedInstall;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  at = await openConnectedInstall(store);
});
afterEach(() => at.install.close());
afterAll(() => store.close());

describe('a test', () => {
  test('makes a connection ready and keeps who AWS says that we are', async () => {
    const connection = await at.connected();

    expect(connection).toMatchObject({ state: 'active', problem: null, account: member });
    expect(connection.caller?.arn).toContain(`:${member}:`);
    expect(connection.testedAt).not.toBeNull();
    expect((await at.audited()).map(([action]) => action).slice(-3)).toEqual([
      'connection.added',
      'connection.role-named',
      'connection.tested',
    ]);
  });

  test.each([
    ['nothing', 'role-open-without-external-id'],
    ['any-external-id', 'role-open-without-external-id'],
    [{ externalId: 'of somebody else' }, 'role-refused'],
  ] as const)('of a role that asks for %j ends in %s', async (asks, code) => {
    const { id } = await at.draft(asks);

    const answer = await at.post(`/connections/${id}/test`);

    expect([answer.status, answer.code]).toEqual([409, code]);
    expect(await at.one(id)).toMatchObject({ state: 'new', problem: code });
    expect((await at.audited()).at(-1)).toEqual(['connection.refused', { problem: code }]);
  });

  test('refuses an answer of another account', async () => {
    const { id } = await at.draft();
    at.roles.splice(0, 1, { ...(at.roles[0] as AssumableRole), world: at.machine });

    const answer = await at.post(`/connections/${id}/test`);

    expect([answer.status, answer.code]).toEqual([409, 'account-mismatch']);
    expect(answer.body.params).toEqual({ account: own, expected: member });
  });

  test('ends the use of a role that was opened since', async () => {
    const { id } = await at.connected();
    at.roles.splice(0, 1, { ...(at.roles[0] as AssumableRole), asks: 'nothing' });

    const preflight = await at.get(`/preflight?target=${id}`);
    const scan = await at.post('/scans', { target: id });

    expect(preflight.body.code).toBe('role-open-without-external-id');
    expect(scan.code).toBe('connection-not-ready');
    expect(await at.one(id)).toMatchObject({ state: 'new', problem: preflight.body.code });
  });

  test('keeps the use of one that AWS only refuses for now', async () => {
    const { id } = await at.connected();
    at.roles.length = 0;

    await at.post(`/connections/${id}/test`);

    expect(await at.one(id)).toMatchObject({ state: 'active', problem: 'role-refused' });
  });
});

describe('the code of a role', () => {
  test.each(['cloudformation', 'terraform'])('names this install in %s', async (format) => {
    const { body } = await at.post('/connections', { name: 'Production' });

    const { body: template } = await at.get(`/connections/${body.id}/template?format=${format}`);

    expect(template).toMatchObject({ roleName: 'ippo-readonly' });
    for (const value of [body.externalId, own, `arn:aws:iam::${own}:role/Scanner`])
      expect(template.text).toContain(value);
    expect(template.command).toContain(template.text);
  });
});

describe('preflight and identity', () => {
  test('go through the connection that is asked for', async () => {
    const { id } = await at.connected();

    const preflight = await at.get(`/preflight?target=${id}`);
    const there = await at.get(`/connection?target=${id}`);
    const here = await at.get('/connection');

    expect(preflight.body).toMatchObject({ account: member });
    expect(there.body).toMatchObject({ identity: { account: member, reach: 'narrowed' } });
    expect(here.body).toMatchObject({ identity: { account: own, reach: 'not-known' } });
  });
});
