import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/database.ts';
import {
  member,
  roleArn,
  openConnectedInstall,
  type ConnectedInstall,
} from '../../testing/connected-install.ts';
import { limitRole } from '../../testing/stored-rows.ts';
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

describe('the list', () => {
  test('has this machine and the demo from the start', async () => {
    const connections = await at.list();

    expect(connections.map(({ id, kind, state, name }) => [id, kind, state, name])).toEqual([
      ['aws', 'machine', 'active', null],
      ['demo', 'demo', 'active', null],
    ]);
  });

  test('shows the last scan, where it read, and who it was there', async () => {
    const { id } = await at.connected();

    const scan = await at.scanned(id);

    expect(await at.one(id)).toMatchObject({
      account: member,
      source: { kind: 'simulated' },
      lastScan: { id: scan.id, status: 'complete', finishedAt: scan.finishedAt },
      caller: { reach: 'narrowed' },
    });
  });

  test('shows an operator of one account that account and no other', async () => {
    const { id } = await at.connected();
    const operator = await at.install.signIn('operator');
    await limitRole(at.install.services.db, 'operator', [member]);

    const seen = await at.list(operator);
    const refused = await Promise.all([
      at.post('/scans', { target: 'aws' }, operator),
      at.get('/preflight?target=aws', operator),
      at.get('/connection?target=aws', operator),
    ]);

    expect(seen.map((connection) => connection.id)).toEqual([id]);
    expect(refused.map(({ status, code }) => [status, code])).toEqual(
      refused.map(() => [404, 'unknown-connection']),
    );
  });

  test('lets an operator of one account end no scan of another', async () => {
    const operator = await at.install.signIn('operator');
    await limitRole(at.install.services.db, 'operator', [member]);
    const scan = await at.scanned('aws');

    const { status, code } = await at.post(`/scans/${scan.id}/cancel`, {}, operator);

    expect([status, code]).toEqual([404, 'not-found']);
  });
});

describe('a new connection', () => {
  test('shows its external id before a role is named, another one each time', async () => {
    const { body: first } = await at.post('/connections', { name: ' Production ' });
    const { body: second } = await at.post('/connections', { name: 'Production' });

    expect(first).toMatchObject({ name: 'Production', state: 'new', roleArn: null, account: null });
    expect(first.externalId).toMatch(/^ippo-[0-9a-f]{40}$/);
    expect(second.externalId).not.toBe(first.externalId);
  });

  test.each([
    ['nothing', '   '],
    ['a line break', 'a\nb'],
    ['a mark that turns the text around', 'a\u202Eb'],
    ['a zero-width space', 'a\u200Bb'],
    ['a NUL', 'a\u0000b'],
    ['81 characters', 'x'.repeat(81)],
  ])('cannot be named with %s', async (_name, name) => {
    const { status, code } = await at.post('/connections', { name });

    expect([status, code]).toEqual([400, 'bad-request']);
  });

  test.each(['<script>alert(1)</script>', "Robert'); DROP TABLE scans;--", '本番環境 🚀', '=1+1'])(
    'is named %j as it was typed',
    async (name) => {
      const { body } = await at.post('/connections', { name });

      expect((await at.one(body.id))?.name).toBe(name);
    },
  );

  test('cannot be scanned, paused or read before it was tested', async () => {
    const { id } = await at.draft();

    const answers = await Promise.all([
      at.post('/scans', { target: id }),
      at.post(`/connections/${id}/pause`),
      at.get(`/preflight?target=${id}`),
      at.get(`/connection?target=${id}`),
    ]);

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [409, 'connection-not-ready']),
    );
  });

  test('cannot be tested before its role is named', async () => {
    const { body } = await at.post('/connections', { name: 'Production' });

    const { status, code } = await at.post(`/connections/${body.id}/test`);

    expect([status, code]).toEqual([409, 'connection-not-ready']);
  });

  test('takes no role outside the pattern of the install', async () => {
    const { body } = await at.post('/connections', { name: 'Production' });

    const { status, body: problem } = await at.post(`/connections/${body.id}/role`, {
      roleArn: `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`,
    });

    expect([status, problem.code]).toEqual([400, 'role-arn-refused']);
    expect(problem.params).toEqual({ pattern: 'ippo-*' });
  });

  test('takes no account that is connected already, in whatever state', async () => {
    await at.draft();
    const { body } = await at.post('/connections', { name: 'Once more' });

    const second = await at.post(`/connections/${body.id}/role`, { roleArn: `${roleArn}-2` });

    expect([second.status, second.code]).toEqual([409, 'account-connected']);
    expect(second.body.params).toEqual({ account: member, connection: 'Production' });
  });

  test('lets one of two that name the same account at the same time win', async () => {
    const drafts = await Promise.all(
      ['A', 'B', 'C'].map((name) => at.post('/connections', { name })),
    );

    const named = await Promise.all(
      drafts.map(({ body }) => at.post(`/connections/${body.id}/role`, { roleArn })),
    );

    const codes = named.filter(({ status }) => status !== 200).map(({ code }) => code);
    expect(codes).toEqual(['account-connected', 'account-connected']);
  });
});

describe('a connection that was scanned', () => {
  test('is given no role of another account', async () => {
    const { id } = await at.connected();
    await at.scanned(id);

    const { status, code } = await at.post(`/connections/${id}/role`, {
      roleArn: 'arn:aws:iam::333344445555:role/ippo-readonly',
    });

    expect([status, code]).toEqual([409, 'connection-of-other-account']);
  });

  test('has to be tested again after another role was named', async () => {
    const { id } = await at.connected();

    await at.post(`/connections/${id}/role`, { roleArn: `${roleArn}-2` });

    expect(await at.one(id)).toMatchObject({ state: 'new', testedAt: null, caller: null });
  });

  test('is renamed', async () => {
    const { id } = await at.connected();

    const { body } = await at.post(`/connections/${id}/name`, { name: '本番' });

    expect(body.name).toBe('本番');
    expect((await at.audited()).at(-1)).toEqual([
      'connection.renamed',
      { before: 'Production', name: '本番' },
    ]);
  });
});
