import { setTimeout as pause } from 'node:timers/promises';
import { simulatedSession, type SimulatedOptions } from '@ippo/collectors';
import {
  endOfDay,
  type AcceptedRisks,
  type Exception,
  type FindingRow,
  type Scan,
  type ScanReport,
} from '@ippo/contracts';
import { sql } from 'drizzle-orm/sql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addTestPerson, signInAs } from '../../testing/people.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const account = '111122223333';
const zone = 'Asia/Tokyo';
const until = endOfDay('2026-11-22', zone);
const dayMs = 24 * 60 * 60 * 1_000;
let install: TestInstall;
let owner: string;
let operator: string;
let now = new Date('2026-11-16T00:00:00Z');
let faults: NonNullable<SimulatedOptions['faults']> = [];
let before: Scan;

beforeAll(async () => {
  install = await openTestInstall({
    now: () => now,
    openTarget: async () => simulatedSession('acme-demo', { now, faults }),
  });
  owner = await install.signIn('owner');
  operator = await install.signIn('operator');
  before = await scan();
});
afterAll(() => install.close());

async function get<Body>(path: string, cookie = owner): Promise<{ status: number; body: Body }> {
  const { status, body } = await install.send('get', `/api${path}`, cookie);
  return { status, body: body as Body };
}

async function post<Body = { code: string }>(
  path: string,
  body: object = {},
  cookie = owner,
): Promise<{ status: number; body: Body }> {
  const answer = await install.send('post', `/api${path}`, cookie).send(body);
  return { status: answer.status, body: answer.body as Body };
}

async function scan(): Promise<Scan> {
  const { body } = await post<Scan>('/scans', { target: 'demo' });
  for (;;) {
    const found = await get<Scan>(`/scans/${body.id}`);
    if (found.body.finishedAt !== null) return found.body;
    await pause(50);
  }
}

type List = { findings: FindingRow[]; total: number; exceptions: Record<string, number> };
type Page = {
  exceptions: Exception[];
  total: number;
  next: string | null;
  counts: Record<string, number>;
  rules: { secondPerson: boolean };
};
type Reported = { report: ScanReport; accepted: AcceptedRisks | null };

/** A check with several fails and nothing unknown in the demo. */
const wide = { account, check: 'iam-user-mfa', regions: null, resource: null };
const asked = {
  ...wide,
  reason: 'Keys for everybody follow in December.',
  owner: 'infra-admin',
  lastDay: '2026-11-22',
  zone,
};

async function failsOf(check: string): Promise<FindingRow[]> {
  return (await get<List>(`/findings?check=${check}&outcome=fail`)).body.findings;
}

describe('before a risk is accepted', () => {
  test('the number of fails that the scope covers is told, and what cannot be accepted', async () => {
    const fails = await failsOf('iam-user-mfa');
    const { body } = await post<Record<string, unknown>>('/exceptions/preview', wide);
    const one = await post<Record<string, unknown>>('/exceptions/preview', {
      ...wide,
      resource: fails[0]?.resource,
    });

    expect(fails.length).toBeGreaterThan(1);
    expect(body).toMatchObject({ fails: fails.length, accepted: 0 });
    expect(one.body).toMatchObject({ fails: 1 });
  });

  test('what is wrong is refused with a code of its own', async () => {
    const code = async (changes: object) =>
      (await post('/exceptions', { ...asked, ...changes })).body.code;

    expect(await code({ check: 'no-such-check' })).toBe('unknown-check');
    expect(await code({ account: '999999999999' })).toBe('account-not-read');
    expect(await code({ reason: 'too short' })).toBe('bad-request');
    expect(await code({ account: 'all' })).toBe('bad-request');
    expect(await code({ lastDay: '2026-11-15' })).toBe('exception-day-passed');
    expect(await code({ lastDay: '2027-11-17' })).toBe('exception-too-long');
    expect(await code({ zone: 'Nowhere/Town' })).toBe('time-zone-unknown');
    expect(await code({ resource: 'arn:aws:none' })).toBe('exception-covers-nothing');
    expect(await code({ extends: 'none' })).toBe('not-found');
    expect((await get<Page>('/exceptions')).body.total).toBe(0);
  });

  test('what could not be read is not accepted as if it were known', async () => {
    const list = await get<List>('/findings?outcome=unknown');
    const unknown = list.body.findings[0];
    const scope = {
      account,
      check: unknown?.check ?? '',
      regions: [unknown?.region ?? 'global'],
      resource: unknown?.resource ?? null,
    };
    const preview = await post<{ fails: number; unknown: number }>('/exceptions/preview', scope);

    const { body } = await post('/exceptions', { ...asked, ...scope });

    expect(preview.body.unknown).toBeGreaterThan(0);
    expect(preview.body.fails).toBe(0);
    expect(body.code).toBe('exception-covers-nothing');
  });
});

describe('an accepted risk', () => {
  let made: Exception;
  let reported: Reported;
  let fails: FindingRow[];

  test('is a flag on each fail: outcome, steps and score stay, and a second line is told', async () => {
    reported = (await get<Reported>('/reports/latest')).body;
    fails = await failsOf('iam-user-mfa');

    now = new Date('2026-11-16T01:00:00Z');
    const answer = await post<Exception>('/exceptions', asked);
    made = answer.body;

    expect(answer.status).toBe(200);
    expect(made).toMatchObject({
      ...{ state: 'active', selfApproved: true, yours: true, owner: 'infra-admin' },
      ...{ until: until.toISOString(), covers: { fails: fails.length } },
      approved: { by: 'The owner' },
    });
    const after = (await get<Reported>('/reports/latest')).body;
    expect(after.report).toEqual(reported.report);
    expect(reported.accepted).toBeNull();
    expect(after.accepted).toMatchObject({ fails: fails.length, checks: ['iam-user-mfa'] });
    expect(after.accepted?.score.from).toBeGreaterThan(after.report.score.from);
    const flagged = await failsOf('iam-user-mfa');
    expect(flagged.map(({ exception: _flag, ...row }) => row)).toEqual(fails);
    for (const { exception } of flagged)
      expect(exception).toEqual({
        ...{ id: made.id, by: 'infra-admin', lastDay: '2026-11-22', zone },
        ...{ until: until.toISOString(), selfApproved: true, state: 'accepted' },
      });
  });

  test('narrows the list of findings, and is counted', async () => {
    const all = (await get<List>('/findings')).body;
    const accepted = (await get<List>('/findings?exception=accepted')).body;
    const none = (await get<List>('/findings?exception=none&outcome=fail')).body;
    const expired = (await get<List>('/findings?exception=expired')).body;
    const failing = (await get<List>('/findings?outcome=fail')).body;

    expect(all.exceptions).toEqual({ accepted: fails.length, expired: 0 });
    expect(accepted.total).toBe(fails.length);
    expect(accepted.findings.every(({ outcome }) => outcome === 'fail')).toBe(true);
    expect(none.total).toBe(failing.total - fails.length);
    expect(none.findings.some(({ exception }) => exception)).toBe(false);
    expect(expired.total).toBe(0);
  });

  test('is told with the finding itself and with the same check elsewhere', async () => {
    const { body } = await get<{ finding: FindingRow; elsewhere: FindingRow[] }>(
      `/findings/${fails[0]?.fingerprint}`,
    );

    expect(body.finding).toMatchObject({ outcome: 'fail', exception: { id: made.id } });
    for (const { outcome, exception } of body.elsewhere)
      expect(exception !== undefined).toBe(outcome === 'fail');
  });

  test('is not in the report of a scan from before, and is in that of a scan while it held, for ever', async () => {
    now = new Date('2026-11-18T00:00:00Z');
    const during = await scan();
    now = new Date('2026-12-01T00:00:00Z');
    const after = await scan();

    const of = async ({ id }: Scan) => (await get<Reported>(`/scans/${id}/report`)).body.accepted;

    expect(await of(before)).toBeNull();
    expect(await of(during)).toMatchObject({
      fails: fails.length,
      flags: [{ id: made.id, state: 'accepted' }],
    });
    expect(await of(after)).toBeNull();
    expect((await get<Reported>('/reports/latest')).body.accepted).toBeNull();
    now = new Date('2026-11-18T00:00:00Z');
  });

  test.each([
    ['holds in the last millisecond of its last day', -1, 'active'],
    ['has returned by itself in the next', 0, 'expired'],
  ])('%s', async (_, offset, state) => {
    now = new Date(until.getTime() + offset);

    const accepted = (await get<List>('/findings?exception=accepted')).body;
    const expired = (await get<List>('/findings?exception=expired')).body;
    const page = (await get<Page>('/exceptions')).body;
    const flagged = await failsOf('iam-user-mfa');

    expect(page.exceptions).toMatchObject([{ id: made.id, state }]);
    expect(page.counts).toMatchObject({ active: state === 'active' ? 1 : 0, waiting: 0 });
    expect([accepted.total, expired.total].toSorted()).toEqual([0, fails.length]);
    expect(accepted.total).toBe(state === 'active' ? fails.length : 0);
    for (const { exception } of flagged)
      expect(exception?.state).toBe(state === 'active' ? 'accepted' : 'expired');
  });

  test('that expired can be gone on from by a new one, and not be ended any more', async () => {
    now = new Date(until.getTime() + dayMs);

    const ended = await post(`/exceptions/${made.id}/revoke`);
    const next = await post<Exception>('/exceptions', {
      ...asked,
      lastDay: '2026-12-22',
      extends: made.id,
    });

    expect(ended).toMatchObject({ status: 409, body: { code: 'exception-ended' } });
    expect(next.body).toMatchObject({ state: 'active', extends: made.id });
    expect((await failsOf('iam-user-mfa'))[0]?.exception?.id).toBe(next.body.id);
    const page = (await get<Page>('/exceptions')).body;
    expect(page.exceptions.map(({ id, state }) => [id, state])).toEqual([
      [next.body.id, 'active'],
      [made.id, 'expired'],
    ]);
  });

  test('that is ended says who did it, and holds no more', async () => {
    const [newest] = (await get<Page>('/exceptions?state=active')).body.exceptions;

    const { body } = await post<Exception>(`/exceptions/${newest?.id}/revoke`, {}, operator);

    expect(body).toMatchObject({ state: 'revoked', revoked: { by: 'The operator' } });
    expect((await get<List>('/findings?exception=accepted')).body.total).toBe(0);
    // The one that expired before still says so.
    expect((await get<List>('/findings?exception=expired')).body.total).toBe(fails.length);
    expect(await post(`/exceptions/${newest?.id}/revoke`)).toMatchObject({ status: 409 });
  });
});

describe('a second person', () => {
  test('approves what somebody else asked for: until then nothing is accepted', async () => {
    const check = 'ct-mgmt-events';
    const fails = await failsOf(check);
    const { body } = await post<Exception>('/exceptions', {
      ...asked,
      ...{ check, lastDay: '2026-12-22', askSecondPerson: true },
    });

    expect(body).toMatchObject({
      state: 'waiting',
      approved: null,
      covers: { fails: fails.length },
    });
    expect((await get<List>('/findings?exception=accepted')).body.total).toBe(0);
    expect(await post(`/exceptions/${body.id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'exception-own-approval' },
    });
    const approved = await post<Exception>(`/exceptions/${body.id}/approve`, {}, operator);
    expect(approved.body).toMatchObject({
      ...{ state: 'active', selfApproved: false, yours: false },
      approved: { by: 'The operator' },
    });
    expect(await post(`/exceptions/${body.id}/approve`, {}, operator)).toMatchObject({
      body: { code: 'exception-not-waiting' },
    });
    expect((await failsOf(check))[0]?.exception).toMatchObject({ selfApproved: false });
  });

  test('is needed by everybody once the owner says so, and by nobody before', async () => {
    expect((await get<Page>('/exceptions')).body.rules).toEqual({ secondPerson: false });
    expect((await post('/exceptions/rules', { secondPerson: true }, operator)).status).toBe(403);
    await post('/exceptions/rules', { secondPerson: true });

    const { body } = await post<Exception>(
      '/exceptions',
      { ...asked, lastDay: '2026-12-22' },
      operator,
    );
    const withdrawn = await post<Exception>(`/exceptions/${body.id}/revoke`, {}, operator);

    expect(body.state).toBe('waiting');
    expect(withdrawn.body).toMatchObject({ state: 'revoked', approved: null });
    expect(await post(`/exceptions/${body.id}/approve`)).toMatchObject({
      body: { code: 'exception-not-waiting' },
    });
    await post('/exceptions/rules', { secondPerson: false });
  });
});

describe('a file', () => {
  test('that was exported is imported as it was, once', async () => {
    const { body } = await get<{ yaml: string; entries: number }>('/exceptions/export');
    type Result = { made: number; waiting: number; errors: unknown[]; notes: { code: string }[] };

    const again = await post<Result>('/exceptions/import', { yaml: body.yaml });
    const changed = body.yaml.replace('infra-admin', 'Aiko');
    const dry = await post<Result>('/exceptions/import', { yaml: changed, dryRun: true });
    const total = (await get<Page>('/exceptions')).body.total;
    const real = await post<Result>('/exceptions/import', { yaml: changed }, operator);

    expect(body.entries).toBe(1);
    expect(again.body).toMatchObject({ made: 0, errors: [], notes: [{ code: 'already-there' }] });
    expect(dry.body).toMatchObject({ made: 1, errors: [] });
    expect(real.body).toEqual(dry.body);
    const page = (await get<Page>('/exceptions')).body;
    expect(page.total).toBe(total + 1);
    expect(page.exceptions.find((one) => one.owner === 'Aiko')).toMatchObject({
      ...{ state: 'active', requested: { by: 'The operator' }, check: 'ct-mgmt-events' },
    });
  });

  test('with one wrong line is not taken in at all, and says which', async () => {
    const { yaml } = (await get<{ yaml: string }>('/exceptions/export')).body;
    const total = (await get<Page>('/exceptions')).body.total;
    const added = [
      ...[
        '  - check: no-such-check',
        '    account: "999999999999"',
        '    regions: all',
        '    resource: all',
      ],
      ...[
        '    reason: Ten characters.',
        '    owner: Aiko',
        '    lastDay: 2026-11-01',
        '    zone: UTC',
      ],
    ];

    const { status, body } = await post<{ made: number; errors: object[] }>('/exceptions/import', {
      yaml: `${yaml.replaceAll('infra-admin', 'Somebody')}${added.join('\n')}`,
    });

    const line = yaml.split('\n').length;
    expect([status, body.made]).toEqual([200, 0]);
    expect(body.errors).toMatchObject([
      { line, code: 'check-unknown' },
      { line, code: 'account-unknown' },
      { line, code: 'day-passed', params: { day: '2026-11-01', zone: 'UTC' } },
    ]);
    expect((await get<Page>('/exceptions')).body.total).toBe(total);
  });
});

describe('who may see and do what', () => {
  test('a viewer and an auditor read, an auditor of another account reads nothing', async () => {
    const end = '2027-06-01T00:00:00Z';
    await addTestPerson(install, 'in@example.com', {
      role: 'auditor',
      accounts: [account],
      until: end,
    });
    await addTestPerson(install, 'out@example.com', {
      role: 'auditor',
      accounts: ['999999999999'],
      until: end,
    });
    const viewer = await install.signIn('viewer');
    const inside = await signInAs(install, 'in@example.com');
    const outside = await signInAs(install, 'out@example.com');
    const all = (await get<Page>('/exceptions')).body;

    for (const cookie of [viewer, inside]) {
      expect((await get<Page>('/exceptions', cookie)).body.total).toBe(all.total);
      expect((await post('/exceptions', asked, cookie)).status).toBe(403);
      expect((await post(`/exceptions/${all.exceptions[0]?.id}/revoke`, {}, cookie)).status).toBe(
        403,
      );
    }
    expect((await get<Page>('/exceptions', outside)).body).toMatchObject({
      total: 0,
      exceptions: [],
    });
    expect((await get<{ entries: number }>('/exceptions/export', outside)).body.entries).toBe(0);
    expect((await post('/exceptions/preview', wide, outside)).body.code).toBe('account-not-read');
  });

  test('the database itself refuses to change or remove what was accepted', async () => {
    const { db } = install.services;

    for (const statement of [
      sql`update exceptions set reason = 'something else entirely'`,
      sql`update exceptions set until = until + interval '1 day'`,
      sql`update exceptions set approved_by_name = 'Somebody' where approved_at is not null`,
      sql`update exceptions set revoked_at = null where revoked_at is not null`,
      sql`delete from exceptions`,
    ])
      await expect(db.execute(statement)).rejects.toThrow();
  });
});
