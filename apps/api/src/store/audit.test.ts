import { sql } from 'drizzle-orm/sql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestStore } from '../testing/test-store.ts';
import { hashOfRow, verifyAuditLog } from './audit-chain.ts';
import { readAuditLog, recordInAuditLog } from './audit.ts';
import type { Store } from './database.ts';
import { auditLog } from './schema/audit.ts';
import { users } from './schema/people.ts';

let store: Store;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => tamper('truncate audit_log restart identity'));
afterAll(() => store.close());

const at = new Date('2026-11-20T09:00:00.123Z');

async function record(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1)
    await recordInAuditLog(store.db, {
      ...{ at, actor: null, action: 'scan.started', subject: `scan-${number}` },
      detail: { target: 'demo' },
    });
}

/** Changes the log as somebody could who owns the database. */
async function tamper(statement: string): Promise<void> {
  await store.db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_log disable trigger user`);
    await tx.execute(sql.raw(statement));
    await tx.execute(sql`alter table audit_log enable trigger user`);
  });
}

describe('the chain of the audit log', () => {
  test('is empty and unbroken at first', async () => {
    expect(await verifyAuditLog(store.db)).toEqual({
      ...{ state: 'unbroken', rows: 0, olderRows: 0, head: null, since: null },
    });
  });

  test('links each row to the one before, without gaps', async () => {
    await record(3);

    const rows = await readAuditLog(store.db);

    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      rows.slice(0, 2).map(({ hash }) => hash),
    );
    expect(rows.every((row) => row.hash === hashOfRow(row))).toBe(true);
    expect(await verifyAuditLog(store.db)).toMatchObject({ rows: 3, head: rows[2]?.hash });
  });

  test('has one row after each, also where many write at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        store.db.transaction((tx) =>
          recordInAuditLog(tx, { at, actor: null, action: 'scan.ended', subject: String(number) }),
        ),
      ),
    );

    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken', rows: 20 });
  });

  test('does not count a write that was taken back', async () => {
    await record(1);
    await store.db
      .transaction(async (tx) => {
        await recordInAuditLog(tx, { at, actor: null, action: 'scan.ended' });
        throw new Error('taken back');
      })
      .catch(() => null);
    await record(1);

    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken', rows: 2 });
  });

  test.each([
    [
      'a changed time',
      "update audit_log set at = at + interval '1 second' where id = 3",
      'altered',
    ],
    ['a changed actor', "update audit_log set actor = 'someone' where id = 3", 'altered'],
    ['a changed name', "update audit_log set actor_name = 'Mallory' where id = 3", 'altered'],
    ['a changed action', "update audit_log set action = 'scan.ended' where id = 3", 'altered'],
    ['a changed subject', 'update audit_log set subject = null where id = 3', 'altered'],
    ['a changed detail', `update audit_log set detail = '{}' where id = 3`, 'altered'],
    ['a removed hash', 'update audit_log set hash = null where id = 3', 'not-chained'],
  ])('%s is found', async (_name, statement, reason) => {
    await record(5);

    await tamper(statement);

    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'broken', id: 3, reason });
  });

  test('a removed row is found at the one after it', async () => {
    await record(5);

    await tamper('delete from audit_log where id = 3');

    expect(await verifyAuditLog(store.db)).toEqual({
      ...{ state: 'broken', id: 4, at: at.toISOString(), reason: 'missing-before' },
    });
  });

  test('a row that was changed and hashed anew is found at the one after it', async () => {
    await record(5);
    const row = (await readAuditLog(store.db))[2];
    if (!row) throw new Error('no third row');

    const hash = hashOfRow({ ...row, subject: 'scan-666' });
    await tamper(`update audit_log set subject = 'scan-666', hash = '${hash}' where id = 3`);

    expect(await verifyAuditLog(store.db)).toMatchObject({ id: 4, reason: 'not-linked' });
  });

  test('rows cut off at the end are found with the head that was kept elsewhere', async () => {
    await record(3);
    const head = (await readAuditLog(store.db))[2]?.hash ?? '';
    const whole = await verifyAuditLog(store.db, head);

    await tamper('delete from audit_log where id = 3');

    expect(whole.state).toBe('unbroken');
    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken', rows: 2 });
    expect(await verifyAuditLog(store.db, head)).toEqual({ state: 'head-missing', rows: 2 });
  });

  test('is longer than what is read at once', async () => {
    await store.db.transaction(async (tx) => {
      for (let left = 501; left > 0; left -= 1)
        await recordInAuditLog(tx, { at, actor: null, action: 'session.refused' });
    });

    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken', rows: 501 });
  });
});

describe('rows that are older than the chain', () => {
  const old = { at, actor: null, action: 'scan.started', detail: { target: 'demo' } };

  test('are covered by the first link', async () => {
    await store.db.insert(auditLog).values([
      { ...old, subject: 'a' },
      { ...old, subject: 'b' },
    ]);
    await record(2);

    const verdict = await verifyAuditLog(store.db);

    await tamper("update audit_log set subject = 'c' where id = 1");
    expect(verdict).toMatchObject({ state: 'unbroken', rows: 4, olderRows: 2 });
    expect(await verifyAuditLog(store.db)).toMatchObject({ id: 3, reason: 'not-linked' });
  });

  test('cannot be added later', async () => {
    await record(1);

    await store.db.insert(auditLog).values(old);

    expect(await verifyAuditLog(store.db)).toMatchObject({ id: 2, reason: 'not-chained' });
  });
});

describe('an entry', () => {
  test('keeps the name that its actor had, also after the person is gone', async () => {
    await store.db
      .insert(users)
      .values({ id: 'u1', name: '山田 花子', email: 'hanako@example.com', role: 'owner' });
    await recordInAuditLog(store.db, { at, actor: 'u1', action: 'session.started' });

    await store.db.delete(users);

    expect(await readAuditLog(store.db)).toMatchObject([{ actor: 'u1', actorName: '山田 花子' }]);
    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken' });
  });

  test('is hashed as it is stored, also with half a surrogate pair', async () => {
    const half = 'x\ud83d';

    await recordInAuditLog(store.db, {
      ...{ at, actor: null, action: 'scan.started', subject: half, detail: { [half]: half } },
    });

    expect(await verifyAuditLog(store.db)).toMatchObject({ state: 'unbroken', rows: 1 });
  });

  test.each(["update audit_log set subject = ''", 'delete from audit_log', 'truncate audit_log'])(
    'stays: %s is refused',
    async (statement) => {
      await record(1);

      const refused = store.db.execute(sql.raw(statement));

      await expect(refused).rejects.toMatchObject({
        cause: { message: 'the audit log is append-only' },
      });
    },
  );

  test('cannot be a second one after the same row, whoever writes it', async () => {
    await record(2);
    const [first] = await readAuditLog(store.db);

    const fork = store.db.execute(
      sql`insert into audit_log (at, action, detail, position, previous_hash, hash)
        values (now(), 'scan.ended', '{}', 9, ${first?.hash}, 'x')`,
    );

    await expect(fork).rejects.toMatchObject({ cause: { code: '23505' } });
  });
});
