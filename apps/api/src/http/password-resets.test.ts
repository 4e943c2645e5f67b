import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { addPasskey } from '../store/people-passkeys.ts';
import { addSignedIn, tokenIn, tryToSignIn, type TestPerson } from '../testing/people.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const minute = 60_000;
const chosen = 'another horse battery';

let store: Store;
let install: TestInstall;
let owner: TestPerson;
let person: TestPerson;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  owner = await addSignedIn(install, 'owner');
  person = await addSignedIn(install, 'viewer');
});
afterEach(() => install.close());
afterAll(() => store.close());

function makeLink(body: object = {}) {
  return install.send('post', `/api/team/${person.id}/reset`, owner.cookie).send(body);
}

function reset(token: string, given = chosen) {
  return install.send('post', '/api/resets/use').send({ token, password: given });
}

function check(token: string) {
  return install.send('post', '/api/resets/check').send({ token });
}

describe('a reset link', () => {
  test('sets a password once, ends every session and removes passkeys', async () => {
    const passkey = { id: 'k', name: 'Phone', publicKey: 'k', counter: 0, transports: [] };
    const kept = { ...passkey, userId: person.id, host: 'localhost', createdAt: clock };
    await addPasskey(install.services.db, kept);
    const made = await makeLink();
    const token = tokenIn(made);

    const checked = await check(token);
    const short = await reset(token, 'thirteen char');
    const used = await reset(token);
    const again = await reset(token);
    const session = await install.send('get', '/api/session', person.cookie);
    const old = await tryToSignIn(install, person.email, password);
    const anew = await tryToSignIn(install, person.email, chosen);
    const { body } = await install.send('get', '/api/team', owner.cookie);

    expect(made.body.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reset#token=[\w-]{43}$/);
    expect(checked.body).toEqual({ email: person.email, expiresAt: made.body.expiresAt });
    expect([short.body.code, used.body]).toEqual(['password-too-short', { email: person.email }]);
    expect([again.status, again.body.code, session.status]).toEqual([403, 'link-invalid', 401]);
    expect([old.status, anew.status]).toEqual([401, 200]);
    const listed = body.people.find(({ id }: { id: string }) => id === person.id);
    expect(listed).toMatchObject({ passkeys: 0, sessions: 1 });
  });

  test.each([
    [30, 30 * minute - 1, 200],
    [30, 30 * minute, 403],
    [1440, 1440 * minute - 1, 200],
    [1440, 1440 * minute, 403],
  ])('for %i minutes, after %i ms: %i', async (validMinutes, later, status) => {
    const token = tokenIn(await makeLink({ validMinutes }));
    clock = new Date(clock.getTime() + later);

    const [checked, used] = [await check(token), await reset(token)];

    expect([checked.status, used.status]).toEqual([status, status]);
  });

  test('is the only one of its person, also of several made at the same moment', async () => {
    const made = await Promise.all([makeLink(), makeLink(), makeLink()]);

    const checked = await Promise.all(made.map((one) => check(tokenIn(one))));

    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(checked.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('is for 30 minutes to a day, and for somebody', async () => {
    const short = await makeLink({ validMinutes: 29 });
    const long = await makeLink({ validMinutes: 1441 });
    const nobody = await install.send('post', '/api/team/nobody/reset', owner.cookie).send({});

    expect([short.status, long.status, nobody.status]).toEqual([400, 400, 404]);
  });

  test('lets one of two who use it at the same moment choose', async () => {
    const token = tokenIn(await makeLink());

    const both = await Promise.all([reset(token), reset(token, 'a third horse battery')]);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
  });

  test('is void once a newer one was made, or its person was removed', async () => {
    const first = tokenIn(await makeLink());
    const second = tokenIn(await makeLink());
    const old = await check(first);
    await install.send('post', `/api/team/${person.id}/remove`, owner.cookie).send({});

    const removed = await reset(second);

    expect([old.body.code, removed.body.code]).toEqual(['link-invalid', 'link-invalid']);
  });

  test('ends the wait after too many failed tries', async () => {
    for (let tries = 0; tries < 8; tries += 1) await tryToSignIn(install, person.email, 'wrong');
    clock = new Date(clock.getTime() + minute);
    await reset(tokenIn(await makeLink()));

    const { rows } = (await install.services.db.execute(
      `select count(*)::int as count from tries`,
    )) as { rows: { count: number }[] };

    expect(rows).toEqual([{ count: 0 }]);
  });

  test('leaves its steps in the audit log and its token nowhere', async () => {
    const before = (await readAuditLog(install.services.db)).length;
    const token = tokenIn(await makeLink());
    const kept = await install.services.db.execute(
      `select json_agg(t)::text as dump from password_resets t`,
    );
    await reset('wrong');
    await reset(token);

    const rows = (await readAuditLog(install.services.db)).slice(before);

    expect(rows.map(({ action, actor }) => [action, actor])).toEqual([
      ['reset.created', owner.id],
      ['link.refused', null],
      ['reset.used', person.id],
    ]);
    expect(JSON.stringify([rows, kept])).not.toContain(token);
  });
});
