import { isoWeekOf } from '@ippo/contracts';
import { codeOf } from './authenticator-app.ts';
import {
  addTestPerson,
  cookieOf,
  signInAs,
  tokenIn,
  tryToSignIn,
  type TestPerson,
} from './people.ts';
import { closedRegionDrives } from './drive-closed-regions.ts';
import { exceptionDrives } from './drive-exceptions.ts';
import { scanned } from './scanned.ts';
import { openSoftAuthenticator } from './soft-authenticator.ts';
import { password, type TestInstall } from './test-install.ts';
import { keepScanAt } from './weeks-of-history.ts';

/** The stage of one write: an empty install with its owner. */
export type Stage = { install: TestInstall; owner: TestPerson };
/** The request that a drive ends in; `marks` fill the route's path. */
export type Last = {
  marks?: Record<string, string>;
  body?: object;
  /** Of an export: its filter. */
  query?: Record<string, string>;
  cookie?: string;
  /** Where the page is that sends it, unless at the listening address. */
  origin?: string;
};
export type Drive = (stage: Stage) => Promise<Last> | Last;

const aHold = { account: null, from: '2026-01-01T00:00:00Z', until: null, reason: 'an audit' };
const newKey = { name: 'Nightly report', scope: 'read', days: 30 };
const newcomer = { email: 'ben@example.com', access: { role: 'viewer' } };

/** How each write of the API is brought to succeed, by the name of its route. */
export const writeDrives: Readonly<Record<string, Drive>> = {
  ...closedRegionDrives,
  ...exceptionDrives,
  'reports.make': async (stage) => ({ body: { format: 'json' }, ...(await scanDemo(stage)) }),
  'profile.rename': ({ owner }) => ({ body: { name: 'New name' }, cookie: owner.cookie }),
  'profile.setTimeZone': ({ owner }) => ({ body: { timeZone: 'UTC' }, cookie: owner.cookie }),
  'settings.setThresholds': ({ owner }) => ({
    body: { rootUsageWindowDays: 45, configRetentionDays: 365 },
    cookie: owner.cookie,
  }),
  'profile.confirm': ({ owner }) => ({ body: { password }, cookie: owner.cookie }),
  'profile.changePassword': ({ owner }) => ({
    body: { current: password, password: 'another horse battery' },
    cookie: owner.cookie,
  }),
  'profile.endSession': async ({ install, owner }) => {
    await signInAs(install, owner.email);
    const { body } = await install.send('get', '/api/profile/sessions', owner.cookie);
    const { sessions } = body as { sessions: { id: string; current: boolean }[] };
    const id = sessions.find(({ current }) => !current)?.id ?? '';
    return { marks: { id }, cookie: owner.cookie };
  },
  'profile.signOutEverywhere': async ({ install, owner }) => {
    await signInAs(install, owner.email);
    return { body: { thisToo: false }, cookie: owner.cookie };
  },
  'profile.confirmSecondFactor': async (stage) => {
    const { code } = await beginFactor(stage);
    return { body: { code }, cookie: stage.owner.cookie };
  },
  'profile.newBackupCodes': async (stage) => ({
    body: { password },
    cookie: (await turnFactorOn(stage)).cookie,
  }),
  'profile.removeSecondFactor': async (stage) => ({
    body: { password },
    cookie: (await turnFactorOn(stage)).cookie,
  }),
  'auth/two-factor/verify-backup-code': async (stage) => {
    const { backupCode } = await turnFactorOn(stage);
    return { body: { code: backupCode }, cookie: await signInHalfway(stage) };
  },
  'auth/two-factor/verify-totp': async (stage) => {
    const { uri } = await turnFactorOn(stage);
    return { body: { code: codeOf(uri) }, cookie: await signInHalfway(stage) };
  },
  'auth/sign-in/email': ({ owner }) => ({ body: { email: owner.email, password } }),
  'auth/sign-out': ({ owner }) => ({ cookie: owner.cookie }),
  'profile.addPasskey': async (stage) => {
    const { response } = await makePasskey(stage);
    const { cookie } = stage.owner;
    return { body: { name: 'Laptop', response }, cookie, origin: named(stage) };
  },
  'profile.removePasskey': async (stage) => {
    const { id } = await addPasskey(stage);
    return { marks: { id }, cookie: stage.owner.cookie, origin: named(stage) };
  },
  'profile.makeKey': ({ owner }) => ({ body: newKey, cookie: owner.cookie }),
  'profile.revokeKey': async ({ install, owner: { cookie } }) => {
    const { body } = await install.send('post', '/api/profile/keys', cookie).send(newKey);
    return { marks: { id: String(body.id) }, cookie };
  },
  'team.revokeKey': async ({ install, owner: { id, cookie } }) => {
    const { body } = await install.send('post', '/api/profile/keys', cookie).send(newKey);
    return { marks: { id, key: String(body.id) }, cookie };
  },
  'passkeys.signIn': async (stage) => {
    const device = await addPasskey(stage);
    const origin = named(stage);
    const { body } = await sendFrom(stage, '/passkeys/options', {});
    return { body: { response: device.sign(body.challenge, { origin }) }, origin };
  },
  'team.invite': ({ owner }) => ({ body: newcomer, cookie: owner.cookie }),
  'team.revokeInvite': async (stage) => {
    const { body } = await invite(stage);
    return { marks: { id: body.id }, cookie: stage.owner.cookie };
  },
  'invites.accept': async (stage) => ({
    body: { token: tokenIn(await invite(stage)), name: 'Ben', password },
  }),
  'team.changeAccess': async (stage) => ({
    ...(await onSomebody(stage)),
    body: { access: { role: 'operator' } },
  }),
  'team.resetPassword': (stage) => onSomebody(stage),
  'resets.use': async (stage) => {
    const { marks, cookie } = await onSomebody(stage);
    const made = await stage.install.send('post', `/api/team/${marks.id}/reset`, cookie).send({});
    return { body: { token: tokenIn(made), password: 'another horse battery' } };
  },
  'team.signOut': (stage) => onSomebody(stage),
  'team.removeSecondFactor': (stage) => onSomebody(stage),
  'team.remove': (stage) => onSomebody(stage),
  'connections.add': ({ owner }) => ({ body: { name: 'Production' }, cookie: owner.cookie }),
  'connections.nameRole': async (stage) => ({
    ...(await onConnection(stage)),
    body: { roleArn: 'arn:aws:iam::222222222222:role/ippo-reader' },
  }),
  'connections.rename': async (stage) => ({
    ...(await onConnection(stage)),
    body: { name: 'Staging' },
  }),
  'connections.test': (stage) => onDemo(stage),
  'connections.pause': (stage) => onDemo(stage),
  'connections.resume': async (stage) => {
    const one = await onDemo(stage);
    await stage.install.send('post', '/api/connections/demo/pause', one.cookie).send({});
    return one;
  },
  'connections.remove': async (stage) => ({
    ...(await onConnection(stage)),
    body: { history: 'keep' },
  }),
  'scans.start': ({ owner }) => ({ body: { target: 'demo' }, cookie: owner.cookie }),
  'scans.cancel': async ({ install, owner }) => {
    const { body } = await install
      .send('post', '/api/scans', owner.cookie)
      .send({ target: 'demo' });
    return { marks: { id: body.id }, cookie: owner.cookie };
  },
  'storage.setRetention': ({ owner }) => ({ body: { days: 400 }, cookie: owner.cookie }),
  'storage.hold': ({ owner }) => ({ body: aHold, cookie: owner.cookie }),
  'storage.release': async ({ install, owner: { cookie } }) => {
    const { body } = await install.send('post', '/api/storage/holds', cookie).send(aHold);
    return { marks: { id: String(body.id) }, cookie };
  },
  'storage.backUp': ({ owner }) => ({ cookie: owner.cookie }),
  'schedules.set': ({ owner }) => ({
    marks: { target: 'demo' },
    body: { schedule: { kind: 'daily', time: '06:00', zone: 'Asia/Tokyo' } },
    cookie: owner.cookie,
  }),
  'attestations.answer': async (stage) => {
    const { id, cookie } = await scanDemo(stage);
    const answer = { check: 'org-env-separation', question: 'environments', answer: 'yes' };
    return { marks: { id }, body: answer, cookie };
  },
  'weekly.review': async (stage) => scannedWeek(stage),
  'weekly.undo': async (stage) => {
    const week = await scannedWeek(stage);
    const { install, owner } = stage;
    const address = `/api/weekly/${week.marks.week}/review`;
    await install.send('post', address, owner.cookie).send(week.body);
    return week;
  },
};

/** Passkeys are bound to a host's name, so not to an address of numbers. */
function named({ install }: Stage): string {
  return install.origin.replace('127.0.0.1', 'localhost');
}

function sendFrom(stage: Stage, path: string, body: object, cookie?: string) {
  const origin = named(stage);
  const { host } = new URL(origin);
  return stage.install.send('post', `/api${path}`, cookie).set({ host, origin }).send(body);
}

async function makePasskey(stage: Stage) {
  const device = openSoftAuthenticator('localhost');
  const { cookie } = stage.owner;
  const { body } = await sendFrom(stage, '/profile/passkeys/options', {}, cookie);
  return { device, response: device.make(body.challenge, { origin: named(stage) }) };
}

async function addPasskey(stage: Stage) {
  const { device, response } = await makePasskey(stage);
  await sendFrom(stage, '/profile/passkeys', { name: 'Laptop', response }, stage.owner.cookie);
  return device;
}

function invite({ install, owner }: Stage) {
  return install.send('post', '/api/team/invites', owner.cookie).send(newcomer);
}

async function onSomebody({ install, owner }: Stage) {
  const id = await addTestPerson(install, 'ben@example.com', { role: 'viewer', until: null });
  await signInAs(install, 'ben@example.com');
  return { marks: { id }, cookie: owner.cookie };
}

async function scanDemo({ install, owner: { cookie } }: Stage) {
  const { id } = await scanned(install, cookie);
  return { id, cookie };
}

/** This week, with a scan in it. */
async function scannedWeek({ install, owner }: Stage) {
  const at = new Date();
  await keepScanAt(install.services.db, at);
  const marks = { week: isoWeekOf(at, 'UTC') };
  return { marks, body: { zone: 'UTC' }, cookie: owner.cookie };
}

async function onConnection({ install, owner }: Stage) {
  const { body } = await install
    .send('post', '/api/connections', owner.cookie)
    .send({ name: 'Production' });
  return { marks: { id: String(body.id) }, cookie: owner.cookie };
}

async function onDemo({ install, owner }: Stage) {
  await install.send('get', '/api/connections', owner.cookie);
  return { marks: { id: 'demo' }, cookie: owner.cookie };
}

async function beginFactor({ install, owner }: Stage) {
  const { body } = await install
    .send('post', '/api/profile/second-factor', owner.cookie)
    .send({ password });
  const uri = String(body.uri);
  return { uri, code: codeOf(uri), backupCode: String(body.backupCodes[0]) };
}

async function turnFactorOn(stage: Stage) {
  const { uri, code, backupCode } = await beginFactor(stage);
  const answer = await stage.install
    .send('post', '/api/profile/second-factor/confirm', stage.owner.cookie)
    .send({ code });
  return { cookie: cookieOf(answer), uri, backupCode };
}

async function signInHalfway({ install, owner }: Stage): Promise<string> {
  const { headers } = await tryToSignIn(install, owner.email);
  const cookies = headers['set-cookie'] as unknown as string[];
  const waiting = cookies.find((cookie) => cookie.startsWith('ippo.two_factor='));
  return waiting?.split(';')[0] ?? '';
}
