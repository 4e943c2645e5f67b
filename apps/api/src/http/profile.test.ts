import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { addSignedIn, after, signInAs, tryToSignIn, type TestPerson } from '../testing/people.ts';
import { openTestInstall, password, type TestInstall } from '../testing/test-install.ts';
import { openTestStore } from '../testing/test-store.ts';

const newPassword = '新しい合言葉 🔑 は とても 長い';

let store: Store;
let install: TestInstall;
let person: TestPerson;
let clock = new Date();
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(async () => {
  clock = new Date();
  install = await openTestInstall({ store, now: () => clock });
  person = await addSignedIn(install, 'viewer');
});
afterEach(() => install.close());
afterAll(() => store.close());

function post(path: string, body: object = {}, cookie = person.cookie) {
  return install.send('post', `/api/profile${path}`, cookie).send(body);
}

function get(path: string, cookie = person.cookie) {
  return install.send('get', `/api${path}`, cookie);
}

describe('one’s own profile', () => {
  test('says who one is and until when the sign-in counts as recent', async () => {
    const { body } = await get('/profile');

    expect(body).toMatchObject({
      ...{ name: 'viewer', email: person.email, role: 'viewer', accounts: null, until: null },
      ...{ secondFactor: false, backupCodesLeft: null, passkeys: [] },
    });
    expect(Date.parse(body.recentUntil)).toBeGreaterThan(Date.now() + 9 * 60_000);
  });

  test('takes a new name, which earlier entries of the audit log do not', async () => {
    const renamed = await post('/name', { name: '山田 花子' });

    const { body } = await get('/session');
    const rows = (await readAuditLog(install.services.db)).slice(-2);

    expect([renamed.status, body.name]).toEqual([200, '山田 花子']);
    expect(rows.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['session.started', 'viewer'],
      ['person.renamed', '山田 花子'],
    ]);
  });
});

describe('the password', () => {
  test('is changed with the old one, and ends every other session', async () => {
    const other = await signInAs(install, person.email);

    const wrong = await post('/password', {
      current: 'wrong horse battery',
      password: newPassword,
    });
    const short = await post('/password', { current: password, password: 'thirteen char' });
    const changed = await post('/password', { current: password, password: newPassword });
    const [own, ended] = [await get('/session'), await get('/session', other)];
    const old = await tryToSignIn(install, person.email);
    const anew = await tryToSignIn(install, person.email, newPassword);

    expect([wrong.body.code, short.body.code]).toEqual(['password-wrong', 'password-too-short']);
    expect([changed.body, own.status, ended.status]).toEqual([{ ended: 1 }, 200, 401]);
    expect([old.status, anew.status]).toEqual([401, 200]);
  });

  test('cannot be guessed by who holds a session, and can be given again a quarter of an hour later', async () => {
    const answers = [];
    for (let tries = 0; tries < 11; tries += 1)
      answers.push(await post('/confirm', { password: `wrong horse ${tries}` }));
    const right = await post('/confirm', { password });
    clock = new Date(clock.getTime() + 15 * 60_000);
    const later = await post('/confirm', { password });

    expect(answers.map(({ body }) => body.code)).toEqual([
      ...Array.from({ length: 10 }, () => 'password-wrong'),
      'too-many-tries',
    ]);
    expect([right.status, right.body.code]).toEqual([429, 'too-many-tries']);
    expect(later.body).toEqual({ recentUntil: after(clock, 10 * 60_000) });
  });

  test('given again makes this session recent, and no other', async () => {
    const other = await signInAs(install, person.email);
    clock = new Date(clock.getTime() + 60 * 60_000);

    const before = await get('/profile');
    await post('/confirm', { password });
    const [own, others] = [await get('/profile'), await get('/profile', other)];

    const recent = [before, own, others].map(({ body }) => Date.parse(body.recentUntil) > +clock);
    expect(recent).toEqual([false, true, false]);
  });
});

describe('one’s own sessions', () => {
  test('are listed with browser and address, and ended one by one', async () => {
    const answer = await install
      .send('post', '/api/auth/sign-in/email')
      .set('user-agent', 'A <b>browser</b>')
      .send({ email: person.email, password });
    const other = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const listed = await get('/profile/sessions');
    const found = listed.body.sessions.find(({ current }: { current: boolean }) => !current);

    const ended = await post(`/sessions/${found.id}/end`);
    const again = await post(`/sessions/${found.id}/end`);
    const left = await get('/profile/sessions');

    expect(listed.body.sessions).toHaveLength(2);
    expect(found).toMatchObject({ browser: 'A <b>browser</b>', address: '127.0.0.1' });
    expect(listed.text).not.toContain(decodeURIComponent(other.split('=')[1] ?? '').split('.')[0]);
    expect([ended.status, again.status]).toEqual([200, 404]);
    expect((await get('/session', other)).status).toBe(401);
    expect(left.body.sessions).toMatchObject([{ current: true }]);
  });

  test('of somebody else are not there', async () => {
    const other = await addSignedIn(install, 'owner');
    const listed = await get('/profile/sessions', other.cookie);
    const [{ id }] = listed.body.sessions;

    const ended = await post(`/sessions/${id}/end`);

    expect(ended.status).toBe(404);
    expect((await get('/session', other.cookie)).status).toBe(200);
  });

  test('end all at once, with or without this one', async () => {
    const other = await signInAs(install, person.email);

    const others = await post('/sign-out-everywhere', { thisToo: false });
    const [own, ended] = [await get('/session'), await get('/session', other)];
    const all = await post('/sign-out-everywhere', { thisToo: true });

    expect([others.body, own.status, ended.status]).toEqual([{ ended: 1 }, 200, 401]);
    expect([all.body, (await get('/session')).status]).toEqual([{ ended: 1 }, 401]);
  });
});
