import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/database.ts';
import {
  member,
  own,
  openConnectedInstall,
  type ConnectedInstall,
} from '../../testing/connected-install.ts';
import {
  addAnswer,
  addReportMade,
  addReview,
  deleteReports,
  holdAccount,
  holdScan,
  rowsNaming,
} from '../../testing/stored-rows.ts';
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

describe('a pause', () => {
  test('lets no scan begin until it ends', async () => {
    const { id } = await at.connected();

    await at.post(`/connections/${id}/pause`);
    const refused = await at.post('/scans', { target: id });
    await at.post(`/connections/${id}/resume`);
    const scan = await at.scanned(id);

    expect([refused.status, refused.code]).toEqual([409, 'connection-paused']);
    expect(scan.status).toBe('complete');
    expect((await at.audited()).map(([action]) => action).slice(-2)).toEqual([
      'connection.paused',
      'connection.resumed',
    ]);
  });

  test('of this machine leaves its account to a role', async () => {
    await at.scanned('aws');
    const role = `arn:aws:iam::${own}:role/ippo-readonly`;
    const { body } = await at.post('/connections', { name: 'Own' });

    const before = await at.post(`/connections/${body.id}/role`, { roleArn: role });
    await at.post('/connections/aws/pause');
    const after = await at.post(`/connections/${body.id}/role`, { roleArn: role });
    const back = await at.post('/connections/aws/resume');

    expect(before.code).toBe('account-connected');
    expect(after.status).toBe(200);
    expect([back.status, back.code]).toEqual([409, 'account-connected']);
  });

  test('is not needed for a machine whose credentials now are for a connected account', async () => {
    const role = `arn:aws:iam::${own}:role/ippo-readonly`;
    await at.connected(role);

    const scan = await at.scanned('aws');

    expect(scan).toMatchObject({ status: 'failed', problem: 'account-connected' });
  });
});

describe('a removal', () => {
  test('keeps the history unless it is to be erased, and frees the account', async () => {
    const { id } = await at.connected();
    const scan = await at.scanned(id);

    const removed = await at.post(`/connections/${id}/remove`, {
      history: 'keep',
      account: member,
    });

    expect(removed.body).toEqual({ scansErased: 0 });
    expect(await at.one(id)).toBeUndefined();
    expect((await at.get(`/scans/${scan.id}/report`)).status).toBe(200);
    expect((await at.post('/scans', { target: id })).code).toBe('unknown-connection');
    expect((await at.connected()).id).not.toBe(id);
  });

  test.each([undefined, own])('wants the account repeated, not %j', async (account) => {
    const { id } = await at.connected();

    const { status, code } = await at.post(`/connections/${id}/remove`, {
      history: 'erase',
      account,
    });

    expect([status, code]).toEqual([400, 'account-not-repeated']);
    expect(await at.one(id)).toBeDefined();
  });

  test('erases everything that names the account but the audit log, and nothing of another', async () => {
    const { id } = await at.connected();
    const { db } = at.install.services;
    await at.scanned('aws');
    const kept = await rowsNaming(at.install.services.db, own);
    await at.scanned(id);
    const failing = at.roles.splice(0);
    const failed = await at.scanned(id);
    at.roles.push(...failing);
    await addAnswer(db, member);
    await addReview(db, member);
    await addReportMade(db, member);

    const { body } = await at.post(`/connections/${id}/remove`, {
      history: 'erase',
      account: member,
    });

    expect(failed).toMatchObject({ status: 'failed', problem: 'role-refused', account: member });
    expect(body).toEqual({ scansErased: 2 });
    expect(await rowsNaming(at.install.services.db, member)).toEqual({});
    expect(await rowsNaming(at.install.services.db, own)).toEqual(kept);
    expect((await at.audited()).at(-1)).toEqual([
      'connection.removed',
      { history: 'erase', scans: '2', account: member },
    ]);
    expect((await at.scanned('aws')).status).toBe('complete');
  });

  test('waits for a scan that is under way', async () => {
    const { id } = await at.connected();
    const end = await holdScan(at.install.services.db, id);

    const { status, code } = await at.post(`/connections/${id}/remove`, {
      history: 'erase',
      account: member,
    });

    expect([status, code]).toEqual([409, 'scan-running']);
    expect(await at.one(id)).toMatchObject({ state: 'active' });
    await end();
  });

  test('erases nothing that is held, but lets the connection go', async () => {
    const { id } = await at.connected();
    await at.scanned(id);
    await holdAccount(at.install.services.db, member, 'audit of 2026');

    const erased = await at.post(`/connections/${id}/remove`, {
      history: 'erase',
      account: member,
    });
    const still = await at.one(id);
    const kept = await at.post(`/connections/${id}/remove`, { history: 'keep', account: member });

    expect([erased.status, erased.code]).toEqual([409, 'account-held']);
    expect(erased.body.params).toEqual({ reason: 'audit of 2026' });
    expect(still).toMatchObject({ state: 'active' });
    expect(kept.status).toBe(200);
  });

  test('of a built-in connection only empties it', async () => {
    await at.scanned('aws');

    const kept = await at.post('/connections/aws/remove', { history: 'keep', account: own });
    const erased = await at.post('/connections/aws/remove', { history: 'erase', account: own });

    expect(kept.code).toBe('connection-built-in');
    expect(erased.body).toEqual({ scansErased: 1 });
    expect(await at.one('aws')).toMatchObject({ state: 'active', account: null, lastScan: null });
    expect(await rowsNaming(at.install.services.db, own)).toEqual({});
  });

  test('is nothing that the database allows otherwise', async () => {
    await at.scanned('aws');

    const removing = deleteReports(at.install.services.db);

    await expect(removing).rejects.toMatchObject({
      cause: expect.objectContaining({ message: expect.stringContaining('append-only') }),
    });
  });
});
