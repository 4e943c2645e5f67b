import type { Exception } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  account,
  asked,
  openExceptionStage,
  wide,
  type ExceptionPage,
  type ExceptionStage,
  type FindingList,
} from '../../testing/exception-stage.ts';
import { addTestPerson, signInAs } from '../../testing/people.ts';

let stage: ExceptionStage;
beforeAll(async () => {
  stage = await openExceptionStage();
});
afterAll(() => stage.install.close());

describe('a second person', () => {
  test('approves what somebody else asked for: until then nothing is accepted', async () => {
    const check = 'ct-mgmt-events';
    const fails = await stage.failsOf(check);
    const { body } = await stage.post<Exception>('/exceptions', {
      ...asked,
      ...{ check, lastDay: '2026-12-22', askSecondPerson: true },
    });

    expect(body).toMatchObject({
      state: 'waiting',
      approved: null,
      covers: { fails: fails.length },
    });
    expect((await stage.get<FindingList>('/findings?exception=accepted')).body.total).toBe(0);
    expect(await stage.post(`/exceptions/${body.id}/approve`)).toMatchObject({
      status: 403,
      body: { code: 'exception-own-approval' },
    });
    const approved = await stage.post<Exception>(
      `/exceptions/${body.id}/approve`,
      {},
      stage.operator,
    );
    expect(approved.body).toMatchObject({
      ...{ state: 'active', selfApproved: false, yours: false },
      approved: { by: 'The operator' },
    });
    expect(await stage.post(`/exceptions/${body.id}/approve`, {}, stage.operator)).toMatchObject({
      body: { code: 'exception-not-waiting' },
    });
    expect((await stage.failsOf(check))[0]?.exception).toMatchObject({ selfApproved: false });
  });

  test('is needed by everybody once the owner says so, and by nobody before', async () => {
    expect((await stage.get<ExceptionPage>('/exceptions')).body.rules).toEqual({
      secondPerson: false,
    });
    expect(
      (await stage.post('/exceptions/rules', { secondPerson: true }, stage.operator)).status,
    ).toBe(403);
    await stage.post('/exceptions/rules', { secondPerson: true });

    const { body } = await stage.post<Exception>(
      '/exceptions',
      { ...asked, lastDay: '2026-12-22' },
      stage.operator,
    );
    const withdrawn = await stage.post<Exception>(
      `/exceptions/${body.id}/revoke`,
      {},
      stage.operator,
    );

    expect(body.state).toBe('waiting');
    expect(withdrawn.body).toMatchObject({ state: 'revoked', approved: null });
    expect(await stage.post(`/exceptions/${body.id}/approve`)).toMatchObject({
      body: { code: 'exception-not-waiting' },
    });
    await stage.post('/exceptions/rules', { secondPerson: false });
  });
});

describe('a file', () => {
  test('that was exported is imported as it was, once', async () => {
    const { body } = await stage.get<{ yaml: string; entries: number }>('/exceptions/export');
    type Result = { made: number; waiting: number; errors: unknown[]; notes: { code: string }[] };

    const again = await stage.post<Result>('/exceptions/import', { yaml: body.yaml });
    const changed = body.yaml.replace('infra-admin', 'Aiko');
    const dry = await stage.post<Result>('/exceptions/import', { yaml: changed, dryRun: true });
    const total = (await stage.get<ExceptionPage>('/exceptions')).body.total;
    const real = await stage.post<Result>('/exceptions/import', { yaml: changed }, stage.operator);

    expect(body.entries).toBe(1);
    expect(again.body).toMatchObject({ made: 0, errors: [], notes: [{ code: 'already-there' }] });
    expect(dry.body).toMatchObject({ made: 1, errors: [] });
    expect(real.body).toEqual(dry.body);
    const page = (await stage.get<ExceptionPage>('/exceptions')).body;
    expect(page.total).toBe(total + 1);
    expect(page.exceptions.find((one) => one.owner === 'Aiko')).toMatchObject({
      ...{ state: 'active', requested: { by: 'The operator' }, check: 'ct-mgmt-events' },
    });
  });

  test('with one wrong line is not taken in at all, and says which', async () => {
    const { yaml } = (await stage.get<{ yaml: string }>('/exceptions/export')).body;
    const total = (await stage.get<ExceptionPage>('/exceptions')).body.total;
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

    const { status, body } = await stage.post<{ made: number; errors: object[] }>(
      '/exceptions/import',
      {
        yaml: `${yaml.replaceAll('infra-admin', 'Somebody')}${added.join('\n')}`,
      },
    );

    const line = yaml.split('\n').length;
    expect([status, body.made]).toEqual([200, 0]);
    expect(body.errors).toMatchObject([
      { line, code: 'check-unknown' },
      { line, code: 'account-unknown' },
      { line, code: 'day-passed', params: { day: '2026-11-01', zone: 'UTC' } },
    ]);
    expect((await stage.get<ExceptionPage>('/exceptions')).body.total).toBe(total);
  });
});

describe('who may see and do what', () => {
  test('a viewer and an auditor read, an auditor of another account reads nothing', async () => {
    const end = '2027-06-01T00:00:00Z';
    await addTestPerson(stage.install, 'in@example.com', {
      role: 'auditor',
      accounts: [account],
      until: end,
    });
    await addTestPerson(stage.install, 'out@example.com', {
      role: 'auditor',
      accounts: ['999999999999'],
      until: end,
    });
    const viewer = await stage.install.signIn('viewer');
    const inside = await signInAs(stage.install, 'in@example.com');
    const outside = await signInAs(stage.install, 'out@example.com');
    const all = (await stage.get<ExceptionPage>('/exceptions')).body;

    for (const cookie of [viewer, inside]) {
      expect((await stage.get<ExceptionPage>('/exceptions', cookie)).body.total).toBe(all.total);
      expect((await stage.post('/exceptions', asked, cookie)).status).toBe(403);
      expect(
        (await stage.post(`/exceptions/${all.exceptions[0]?.id}/revoke`, {}, cookie)).status,
      ).toBe(403);
    }
    expect((await stage.get<ExceptionPage>('/exceptions', outside)).body).toMatchObject({
      total: 0,
      exceptions: [],
    });
    expect((await stage.get<{ entries: number }>('/exceptions/export', outside)).body.entries).toBe(
      0,
    );
    expect((await stage.post('/exceptions/preview', wide, outside)).body.code).toBe(
      'account-not-read',
    );
  });
});
