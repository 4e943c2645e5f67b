import { expect, it } from 'vitest';
import { ofType, read, type ReadOptions } from '../../read.test-support.ts';
import type { Fault } from '../../../simulator/world.ts';
import { now } from '../../read.test-support.ts';

const generate = 'iam:GenerateCredentialReport';
const get = 'iam:GetCredentialReport';
const minute = 60_000;

async function report(options: ReadOptions = {}) {
  const evidence = await read(options);
  const [reading] = ofType(evidence, 'iam.credential-report');
  const sent = reading?.calls.map((at) => evidence.calls[at]?.operation);
  return { reading, sent };
}

/** A report with this content, made some minutes before now. */
function answer(csv: string, minutesAgo = 0): Fault {
  const GeneratedTime = new Date(now.getTime() - minutesAgo * minute);
  const output = {
    Content: new TextEncoder().encode(csv),
    ReportFormat: 'text/csv',
    GeneratedTime,
  };
  return { operation: get, act: 'answer', output };
}

const denied: Fault = { operation: generate, act: 'deny' };
const plain = 'user,arn,mfa_active\n<root_account>,arn:aws:iam::111122223333:root,true';

it('starts a report, waits for it, and reads every user', async () => {
  const { reading, sent } = await report();

  expect(sent).toEqual([generate, generate, get]);
  expect(reading).toMatchObject({
    readable: true,
    value: { GeneratedTime: '2026-11-16T03:00:00.000Z', misshapen: [] },
  });
  expect(reading?.readable && reading.value.rows).toHaveLength(51);
});

it('keeps what checks use of the root row', async () => {
  const { reading } = await report();

  expect(reading?.readable && reading.value.rows[0]).toEqual({
    user: '<root_account>',
    arn: 'arn:aws:iam::111122223333:root',
    user_creation_time: '2022-10-08T03:00:00+00:00',
    password_enabled: 'true',
    password_last_used: '2026-04-30T03:00:00+00:00',
    password_last_changed: '2024-12-16T03:00:00+00:00',
    mfa_active: 'true',
    access_key_1_active: 'false',
    access_key_1_last_rotated: 'N/A',
    access_key_1_last_used_date: 'N/A',
    access_key_2_active: 'false',
    access_key_2_last_rotated: 'N/A',
    access_key_2_last_used_date: 'N/A',
    cert_1_active: 'false',
    cert_2_active: 'false',
  });
});

it.each([
  ['an account of 50 users', 50, 24],
  ['an account of 1,001 users', 1001, 64],
])('gives up on a report that never completes: %s', async (_name, Users, asked) => {
  const { reading, sent } = await report({
    world: { summary: { Users } },
    faults: [{ operation: generate, act: 'answer', output: { State: 'INPROGRESS' } }],
  });

  expect(reading).toMatchObject({ readable: false, reason: 'not-ready' });
  expect(sent).toEqual(Array(asked).fill(generate));
});

it.each(['ReportNotPresent', 'ReportExpired', 'CredentialReportNotPresentException'])(
  'generates once more when AWS says %s',
  async (error) => {
    const { reading, sent } = await report({
      faults: [{ operation: get, act: 'refuse', error, status: 410, times: 1 }],
    });

    expect(reading?.readable).toBe(true);
    expect(sent).toEqual([generate, generate, get, generate, get]);
  },
);

it('is not ready when the report never shows up', async () => {
  const { reading } = await report({
    faults: [{ operation: get, act: 'refuse', error: 'ReportNotPresent', status: 410 }],
  });

  expect(reading).toMatchObject({ readable: false, reason: 'not-ready', action: get });
});

it.each(['ReportInProgress', 'CredentialReportNotReadyException'])(
  'keeps polling while AWS says %s',
  async (error) => {
    const { reading, sent } = await report({
      faults: [{ operation: get, act: 'refuse', error, status: 404, times: 3 }],
    });

    expect(reading?.readable).toBe(true);
    expect(sent).toEqual([generate, generate, get, get, get, get]);
  },
);

it('is throttled when AWS makes no more reports', async () => {
  const { reading } = await report({
    faults: [{ operation: generate, act: 'refuse', error: 'LimitExceeded', status: 409 }],
  });

  expect(reading).toMatchObject({ reason: 'throttled', action: generate, detail: /LimitExceeded/ });
});

it('is denied when nothing may be generated and nothing is there', async () => {
  const { reading, sent } = await report({ faults: [denied] });

  expect(reading).toMatchObject({ reason: 'denied', action: generate });
  expect(sent).toEqual([generate, get]);
});

it('reads an older report when no new one may be generated', async () => {
  const { reading } = await report({ faults: [denied, answer(plain, 120)] });

  expect(reading).toMatchObject({
    readable: true,
    value: { GeneratedTime: '2026-11-16T01:00:00.000Z' },
  });
});

it.each([
  ['24 hours', 24 * 60, { readable: true }],
  ['24 hours and a second', 24 * 60 + 1 / 60, { readable: false, reason: 'stale' }],
])('relies on a report that is %s old: %j', async (_name, minutesAgo, expected) => {
  const { reading } = await report({ faults: [denied, answer(plain, minutesAgo)] });

  expect(reading).toMatchObject(expected);
});

it.each([
  ['5 minutes', -5, { readable: true }],
  ['5 minutes and a second', -5 - 1 / 60, { readable: false, reason: 'malformed' }],
])('takes a report from %s in the future: %j', async (_name, minutesAgo, expected) => {
  const { reading } = await report({ faults: [answer(plain, minutesAgo)] });

  expect(reading).toMatchObject(expected);
});

it('keeps names with commas, quotes, markup, formulas, RTL marks and emoji in their own column', async () => {
  const names = ['a,b', 'say "hi"', '<script>alert(1)</script>', '=cmd|calc', '\u202Eevil', '🚀'];
  const rows = names.map((name) => `"${name.replaceAll('"', '""')}",arn,false`);
  const { reading } = await report({ faults: [answer([plain, ...rows].join('\r\n'))] });

  const users = reading?.readable && reading.value.rows.map(({ user }) => user);
  expect(users).toEqual(['<root_account>', ...names]);
});

it('names a user whose row is too short or too long, and shifts nothing', async () => {
  const csv = `${plain}\nshort,arn\nsato,hanako,arn,true\nwhole,arn,no_information`;

  const { reading } = await report({ faults: [answer(csv)] });

  expect(reading?.readable && reading.value.misshapen).toEqual(['short', 'sato']);
  expect(reading?.readable && reading.value.rows[1]).toEqual({
    user: 'whole',
    arn: 'arn',
    mfa_active: 'no_information',
  });
});

it('leaves a missing column absent in every row', async () => {
  const { reading } = await report({ faults: [answer('user\n<root_account>')] });

  expect(reading?.readable && reading.value.rows).toEqual([{ user: '<root_account>' }]);
});

it.each([
  ['no user column', 'name,arn\nx,y'],
  ['a column twice', 'user,user\nx,y'],
  ['nothing', ''],
  ['an open quote', 'user,arn\n"x,y'],
  [
    'an end in the middle of a row, which may hide users',
    'user,arn,mfa_active\n<root_account>,arn',
  ],
])('is malformed when the report has %s', async (_name, csv) => {
  const { reading } = await report({ faults: [answer(csv)] });

  expect(reading).toMatchObject({ readable: false, reason: 'malformed' });
});

it('is malformed when the answer has no report in it', async () => {
  const { reading } = await report({ faults: [{ operation: get, act: 'answer', output: {} }] });

  expect(reading).toMatchObject({ readable: false, reason: 'malformed' });
});
