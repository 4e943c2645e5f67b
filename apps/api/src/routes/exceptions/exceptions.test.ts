import { endOfDay, type Exception, type FindingRow, type Scan } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  account,
  asked,
  openExceptionStage,
  wide,
  zone,
  type ExceptionPage,
  type ExceptionStage,
  type FindingList,
  type Reported,
} from '../../testing/exception-stage.ts';

const until = endOfDay('2026-11-22', zone);
const dayMs = 24 * 60 * 60 * 1_000;
let stage: ExceptionStage;
beforeAll(async () => {
  stage = await openExceptionStage();
});
afterAll(() => stage.install.close());

describe('before a risk is accepted', () => {
  test('the number of fails that the scope covers is told, and what cannot be accepted', async () => {
    const fails = await stage.failsOf('iam-user-mfa');
    const { body } = await stage.post<Record<string, unknown>>('/exceptions/preview', wide);
    const one = await stage.post<Record<string, unknown>>('/exceptions/preview', {
      ...wide,
      resource: fails[0]?.resource,
    });

    expect(fails.length).toBeGreaterThan(1);
    expect(body).toMatchObject({ fails: fails.length, accepted: 0 });
    expect(one.body).toMatchObject({ fails: 1 });
  });

  test('what is wrong is refused with a code of its own', async () => {
    const code = async (changes: object) =>
      (await stage.post('/exceptions', { ...asked, ...changes })).body.code;

    expect(await code({ check: 'no-such-check' })).toBe('unknown-check');
    expect(await code({ account: '999999999999' })).toBe('account-not-read');
    expect(await code({ reason: 'too short' })).toBe('bad-request');
    expect(await code({ account: 'all' })).toBe('bad-request');
    expect(await code({ lastDay: '2026-11-15' })).toBe('exception-day-passed');
    expect(await code({ lastDay: '2027-11-17' })).toBe('exception-too-long');
    expect(await code({ zone: 'Nowhere/Town' })).toBe('time-zone-unknown');
    expect(await code({ resource: 'arn:aws:none' })).toBe('exception-covers-nothing');
    expect(await code({ extends: 'none' })).toBe('not-found');
    expect((await stage.get<ExceptionPage>('/exceptions')).body.total).toBe(0);
  });

  test('what could not be read is not accepted as if it were known', async () => {
    const list = await stage.get<FindingList>('/findings?outcome=unknown');
    const unknown = list.body.findings[0];
    const scope = {
      account,
      check: unknown?.check ?? '',
      regions: [unknown?.region ?? 'global'],
      resource: unknown?.resource ?? null,
    };
    const preview = await stage.post<{ fails: number; unknown: number }>(
      '/exceptions/preview',
      scope,
    );

    const { body } = await stage.post('/exceptions', { ...asked, ...scope });

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
    reported = (await stage.get<Reported>('/reports/latest')).body;
    fails = await stage.failsOf('iam-user-mfa');

    stage.moveTo(new Date('2026-11-16T01:00:00Z'));
    const answer = await stage.post<Exception>('/exceptions', asked);
    made = answer.body;

    expect(answer.status).toBe(200);
    expect(made).toMatchObject({
      ...{ state: 'active', selfApproved: true, yours: true, owner: 'infra-admin' },
      ...{ until: until.toISOString(), covers: { fails: fails.length } },
      approved: { by: 'The owner' },
    });
    const after = (await stage.get<Reported>('/reports/latest')).body;
    expect(after.report).toEqual(reported.report);
    expect(reported.accepted).toBeNull();
    expect(after.accepted).toMatchObject({ fails: fails.length, checks: ['iam-user-mfa'] });
    expect(after.accepted?.score.from).toBeGreaterThan(after.report.score.from);
    const flagged = await stage.failsOf('iam-user-mfa');
    expect(flagged.map(({ exception: _flag, ...row }) => row)).toEqual(fails);
    for (const { exception } of flagged)
      expect(exception).toEqual({
        ...{ id: made.id, by: 'infra-admin', lastDay: '2026-11-22', zone },
        ...{ until: until.toISOString(), selfApproved: true, state: 'accepted' },
      });
  });

  test('narrows the list of findings, and is counted', async () => {
    const all = (await stage.get<FindingList>('/findings')).body;
    const accepted = (await stage.get<FindingList>('/findings?exception=accepted')).body;
    const none = (await stage.get<FindingList>('/findings?exception=none&outcome=fail')).body;
    const expired = (await stage.get<FindingList>('/findings?exception=expired')).body;
    const failing = (await stage.get<FindingList>('/findings?outcome=fail')).body;

    expect(all.exceptions).toEqual({ accepted: fails.length, expired: 0 });
    expect(accepted.total).toBe(fails.length);
    expect(accepted.findings.every(({ outcome }) => outcome === 'fail')).toBe(true);
    expect(none.total).toBe(failing.total - fails.length);
    expect(none.findings.some(({ exception }) => exception)).toBe(false);
    expect(expired.total).toBe(0);
  });

  test('is told with the finding itself and with the same check elsewhere', async () => {
    const { body } = await stage.get<{ finding: FindingRow; elsewhere: FindingRow[] }>(
      `/findings/${fails[0]?.fingerprint}`,
    );

    expect(body.finding).toMatchObject({ outcome: 'fail', exception: { id: made.id } });
    for (const { outcome, exception } of body.elsewhere)
      expect(exception !== undefined).toBe(outcome === 'fail');
  });

  test('is not in the report of a scan from before, and is in that of a scan while it held, for ever', async () => {
    stage.moveTo(new Date('2026-11-18T00:00:00Z'));
    const during = await stage.scan();
    stage.moveTo(new Date('2026-12-01T00:00:00Z'));
    const after = await stage.scan();

    const of = async ({ id }: Scan) =>
      (await stage.get<Reported>(`/scans/${id}/report`)).body.accepted;

    expect(await of(stage.before)).toBeNull();
    expect(await of(during)).toMatchObject({
      fails: fails.length,
      flags: [{ id: made.id, state: 'accepted' }],
    });
    expect(await of(after)).toBeNull();
    expect((await stage.get<Reported>('/reports/latest')).body.accepted).toBeNull();
    stage.moveTo(new Date('2026-11-18T00:00:00Z'));
  });

  test.each([
    ['holds in the last millisecond of its last day', -1, 'active'],
    ['has returned by itself in the next', 0, 'expired'],
  ])('%s', async (_, offset, state) => {
    stage.moveTo(new Date(until.getTime() + offset));

    const accepted = (await stage.get<FindingList>('/findings?exception=accepted')).body;
    const expired = (await stage.get<FindingList>('/findings?exception=expired')).body;
    const page = (await stage.get<ExceptionPage>('/exceptions')).body;
    const flagged = await stage.failsOf('iam-user-mfa');

    expect(page.exceptions).toMatchObject([{ id: made.id, state }]);
    expect(page.counts).toMatchObject({ active: state === 'active' ? 1 : 0, waiting: 0 });
    expect(accepted.total + expired.total).toBe(fails.length);
    expect(accepted.total).toBe(state === 'active' ? fails.length : 0);
    for (const { exception } of flagged)
      expect(exception?.state).toBe(state === 'active' ? 'accepted' : 'expired');
  });

  test('that expired can be gone on from by a new one, and not be ended any more', async () => {
    stage.moveTo(new Date(until.getTime() + dayMs));

    const ended = await stage.post(`/exceptions/${made.id}/revoke`);
    const next = await stage.post<Exception>('/exceptions', {
      ...asked,
      lastDay: '2026-12-22',
      extends: made.id,
    });

    expect(ended).toMatchObject({ status: 409, body: { code: 'exception-ended' } });
    expect(next.body).toMatchObject({ state: 'active', extends: made.id });
    expect((await stage.failsOf('iam-user-mfa'))[0]?.exception?.id).toBe(next.body.id);
    const page = (await stage.get<ExceptionPage>('/exceptions')).body;
    expect(page.exceptions.map(({ id, state }) => [id, state])).toEqual([
      [next.body.id, 'active'],
      [made.id, 'expired'],
    ]);
  });

  test('that is ended says who did it, and holds no more', async () => {
    const [newest] = (await stage.get<ExceptionPage>('/exceptions?state=active')).body.exceptions;

    const { body } = await stage.post<Exception>(
      `/exceptions/${newest?.id}/revoke`,
      {},
      stage.operator,
    );

    expect(body).toMatchObject({ state: 'revoked', revoked: { by: 'The operator' } });
    expect((await stage.get<FindingList>('/findings?exception=accepted')).body.total).toBe(0);
    // The one that expired before still says so.
    expect((await stage.get<FindingList>('/findings?exception=expired')).body.total).toBe(
      fails.length,
    );
    expect(await stage.post(`/exceptions/${newest?.id}/revoke`)).toMatchObject({ status: 409 });
  });
});
