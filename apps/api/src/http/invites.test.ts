import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import {
  addSignedIn,
  after,
  cookieOf,
  tokenIn,
  tryToSignIn,
  type TestPerson,
} from '../testing/people.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const hour = 60 * 60 * 1_000;
const viewer = { role: 'viewer' } as const;

let store: Store;
let install: TestInstall;
let owner: TestPerson;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  owner = await addSignedIn(install, 'owner');
});
afterEach(() => install.close());
afterAll(() => store.close());

function invite(body: object, cookie = owner.cookie) {
  return install.send('post', '/api/team/invites', cookie).send(body);
}

function check(token: string) {
  return install.send('post', '/api/invites/check').send({ token });
}

function accept(token: string, more: object = {}) {
  return install
    .send('post', '/api/invites/accept')
    .send({ token, name: 'Ben', password, ...more });
}

function team() {
  return install.send('get', '/api/team', owner.cookie);
}

describe('an invitation', () => {
  test('lets one person in, with what the owner gave and no more', async () => {
    const until = after(clock, 30 * 24 * hour);
    const access = {
      role: 'auditor',
      accounts: ['222222222222', '111111111111', '222222222222'],
      until,
    };
    const invited = await invite({ email: 'Ben@Example.com', access });
    const token = tokenIn(invited);

    const checked = await check(token);
    const open = await team();
    const accepted = await accept(token, { role: 'owner', email: 'eve@example.com' });
    const signedIn = await tryToSignIn(install, 'BEN@example.com');
    const profile = await install.send('get', '/api/profile', cookieOf(signedIn));
    const closed = await team();

    const expiresAt = after(clock, 72 * hour);
    expect(invited.body.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join#token=[\w-]{43}$/);
    expect(checked.body).toEqual({ email: 'ben@example.com', role: 'auditor', until, expiresAt });
    expect(open.body.invites).toMatchObject([{ email: 'ben@example.com', invitedBy: 'owner' }]);
    expect([accepted.status, accepted.body]).toEqual([200, { email: 'ben@example.com' }]);
    expect(profile.body).toMatchObject({
      ...{ name: 'Ben', role: 'auditor', until },
      accounts: ['111111111111', '222222222222'],
    });
    expect(closed.body.invites).toEqual([]);
    expect(closed.body.people).toHaveLength(2);
  });

  test('keeps nothing that its link could be made of', async () => {
    const invited = await invite({ email: 'ben@example.com', access: viewer });

    const { rows } = (await install.services.db.execute(
      `select json_agg(t)::text as dump from invites t`,
    )) as { rows: unknown[] };
    const listed = await team();

    const token = tokenIn(invited);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(rows)).toContain('ben@example.com');
    expect(JSON.stringify(rows) + listed.text).not.toContain(token);
  });

  test('works once', async () => {
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer }));
    await accept(token);

    const again = await accept(token, { name: 'Eve' });
    const checked = await check(token);

    expect([again.status, again.body.code]).toEqual([403, 'link-invalid']);
    expect(checked.body.code).toBe('link-invalid');
    expect((await team()).body.people).toHaveLength(2);
  });

  test('lets one of two who accept it at the same moment in', async () => {
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer }));

    const both = await Promise.all([accept(token), accept(token, { name: 'Eve' })]);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    expect((await team()).body.people).toHaveLength(2);
  });

  test.each([
    [1, hour - 1, 200],
    [1, hour, 403],
    [168, 168 * hour - 1, 200],
    [168, 168 * hour, 403],
  ])('for %i hours, after %i ms: %i', async (validHours, later, status) => {
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer, validHours }));
    clock = new Date(clock.getTime() + later);

    const checked = await check(token);
    const accepted = await accept(token);

    expect([checked.status, accepted.status]).toEqual([status, status]);
  });

  test('is void where the access itself would be over', async () => {
    const access = { ...viewer, until: after(clock, hour) };
    const token = tokenIn(await invite({ email: 'ben@example.com', access }));
    clock = new Date(clock.getTime() + hour);

    const accepted = await accept(token);

    expect(accepted.body.code).toBe('link-invalid');
  });

  test('is withdrawn at once, once, and only by an owner', async () => {
    const invited = await invite({ email: 'ben@example.com', access: viewer });
    const address = `/api/team/invites/${invited.body.id}/revoke`;
    const operator = await addSignedIn(install, 'operator');

    const refused = await install.send('post', address, operator.cookie).send({});
    const revoked = await install.send('post', address, owner.cookie).send({});
    const again = await install.send('post', address, owner.cookie).send({});
    const accepted = await accept(tokenIn(invited));

    expect([refused.status, revoked.status, again.status]).toEqual([403, 200, 404]);
    expect(accepted.body.code).toBe('link-invalid');
  });

  test('is replaced by a newer one of the same address', async () => {
    const first = tokenIn(await invite({ email: 'ben@example.com', access: viewer }));
    const second = tokenIn(await invite({ email: 'BEN@example.com', access: viewer }));

    const refused = await accept(first);
    const accepted = await accept(second);

    expect([refused.body.code, accepted.status]).toEqual(['link-invalid', 200]);
  });

  test('is the only one of its address, also of several made at the same moment', async () => {
    const body = { email: 'ben@example.com', access: viewer };

    const made = await Promise.all([invite(body), invite(body), invite(body)]);

    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await team()).body.invites).toHaveLength(1);
  });

  test('dies with the ownership of whoever sent it', async () => {
    const other = await addSignedIn(install, 'owner', 'other');
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer }, other.cookie));
    await install
      .send('post', `/api/team/${other.id}/access`, owner.cookie)
      .send({ access: viewer });

    const accepted = await accept(token);

    expect(accepted.body.code).toBe('link-invalid');
  });

  test('is not made for somebody who is here', async () => {
    const invited = await invite({ email: 'OWNER@example.com', access: viewer });

    expect([invited.status, invited.body.code]).toEqual([409, 'person-exists']);
  });

  test('is made for an auditor only with accounts and an end, and for no role that is none', async () => {
    const until = '2999-01-01T00:00:00Z';
    const accounts = ['111111111111'];
    const wrong = [
      { role: 'auditor', until },
      { role: 'auditor', accounts: [], until },
      { role: 'auditor', accounts: ['1'], until },
      { role: 'auditor', accounts },
      { role: 'auditor', accounts, until: null },
      { role: 'viewer', until: '2999-01-01T00:00:00' },
      { role: 'admin', until },
      { until },
    ];

    const answers = [];
    for (const access of wrong) answers.push(await invite({ email: 'ben@example.com', access }));

    expect(answers.map(({ body }) => body.code)).toEqual(wrong.map(() => 'bad-request'));
  });

  test('is not made for an access that is over, nor for longer than seven days', async () => {
    const access = { ...viewer, until: clock.toISOString() };

    const over = await invite({ email: 'ben@example.com', access });
    const long = await invite({ email: 'ben@example.com', access: viewer, validHours: 169 });

    expect([over.body.code, long.body.code]).toEqual(['end-date-passed', 'bad-request']);
  });

  test('needs a sign-in of the last ten minutes, or the password again', async () => {
    clock = new Date(clock.getTime() + 11 * 60_000);

    const old = await invite({ email: 'ben@example.com', access: viewer });
    const confirmed = await install
      .send('post', '/api/profile/confirm', owner.cookie)
      .send({ password });
    const fresh = await invite({ email: 'ben@example.com', access: viewer });

    expect([old.status, old.body.code]).toEqual([403, 'recent-sign-in-required']);
    expect(confirmed.body).toEqual({ recentUntil: after(clock, 10 * 60_000) });
    expect(fresh.status).toBe(200);
  });

  test('takes any name that a person may have', async () => {
    const names = [
      '𠮷野家 🍜',
      'שלום <script>alert(1)</script>',
      'Smith, John; =1+1',
      "Robert'); drop table users;--",
      'x'.repeat(100),
    ];

    for (const [index, name] of names.entries()) {
      const token = tokenIn(await invite({ email: `${index}@example.com`, access: viewer }));
      await accept(token, { name });
    }
    const listed = await team();

    const found = listed.body.people.map((person: { name: string }) => person.name);
    expect(found.toSorted()).toEqual([...names, 'owner'].toSorted());
  });

  test('takes no name that cannot be seen, or that reads as another one', async () => {
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer }));
    const names = ['  \u3000 ', '\u200B', 'a\u202Egnp.exe', 'a\nb', 'a\u0000b', 'x'.repeat(101)];

    const answers = [];
    for (const name of names) answers.push(await accept(token, { name }));

    expect(answers.map(({ body }) => body.code)).toEqual(names.map(() => 'bad-request'));
    expect((await team()).body.people).toHaveLength(1);
  });

  test('survives a form that was filled in wrongly', async () => {
    const token = tokenIn(await invite({ email: 'ben@example.com', access: viewer }));

    const short = await accept(token, { password: 'thirteen char' });
    const right = await accept(token, { password: 'fourteen chars' });

    expect([short.body.code, right.status]).toEqual(['password-too-short', 200]);
  });

  test('leaves its steps in the audit log, without its token', async () => {
    const before = (await readAuditLog(install.services.db)).length;
    const invited = await invite({ email: 'ben@example.com', access: viewer });
    await accept('wrong');
    await accept(tokenIn(invited));

    const rows = (await readAuditLog(install.services.db)).slice(before);

    expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['invite.created', 'owner'],
      ['link.refused', null],
      ['invite.accepted', 'Ben'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(tokenIn(invited));
  });
});
