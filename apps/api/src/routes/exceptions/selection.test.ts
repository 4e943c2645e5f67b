import type { Exception } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  asked,
  openExceptionStage,
  type ExceptionPage,
  type ExceptionStage,
  type FindingList,
} from '../../testing/exception-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

type Preview = { selected: number; fails: number; accepted: number; scopes: { fails: number }[] };
type Made = { code?: string; exceptions: Exception[] };

const { reason, owner, lastDay, zone } = asked;
const acceptance = { reason, owner, lastDay, zone };
let stage: ExceptionStage;
beforeAll(async () => {
  stage = await openExceptionStage();
});
afterAll(() => stage.install.close());

describe('a selection of findings', () => {
  test('of several checks is counted, and accepted as one exception each, all or none', async () => {
    const users = (await stage.failsOf('iam-user-mfa')).slice(0, 2);
    const trail = (await stage.failsOf('ct-mgmt-events')).slice(0, 1);
    const findings = [...users, ...trail].map(({ fingerprint }) => fingerprint);

    const preview = await stage.post<Preview>('/exceptions/selection/preview', { findings });
    const { fails, selected, scopes } = preview.body;
    const body = { ...acceptance, findings, fails };
    const other = await stage.post<Made>('/exceptions/selection', { ...body, fails: fails + 1 });
    const late = await stage.post<Made>('/exceptions/selection', {
      ...body,
      lastDay: '2020-01-01',
    });
    const before = (await stage.get<ExceptionPage>('/exceptions')).body.total;
    const made = await stage.post<Made>('/exceptions/selection', body);

    expect([selected, fails]).toEqual([3, 3]);
    expect(scopes.map((scope) => scope.fails)).toEqual([1, 1, 1]);
    expect([other.body.code, late.body.code]).toEqual([
      'exception-covers-other',
      'exception-day-passed',
    ]);
    expect(before).toBe(0);
    expect(
      made.body.exceptions.map(({ check, state, covers }) => [check, state, covers.fails]),
    ).toEqual(expect.arrayContaining([['ct-mgmt-events', 'active', 1]]));
    const list = await stage.get<FindingList>('/findings?exception=accepted');
    expect(list.body.findings.map(({ fingerprint }) => fingerprint).toSorted()).toEqual(
      findings.toSorted(),
    );
    const again = await stage.post<Preview>('/exceptions/selection/preview', { findings });
    expect(again.body.accepted).toBe(3);
  });

  test('covers fails alone: an unknown among them stays out, and alone is refused', async () => {
    const unknown = (await stage.get<FindingList>('/findings?outcome=unknown')).body.findings[0];
    const [fail] = (await stage.failsOf('iam-user-mfa')).slice(-1);
    const findings = [fail?.fingerprint, unknown?.fingerprint];

    const preview = await stage.post<Preview>('/exceptions/selection/preview', { findings });
    const alone = await stage.post('/exceptions/selection/preview', {
      findings: findings.slice(1),
    });

    expect(preview.body).toMatchObject({ selected: 1, fails: 1 });
    expect(alone.body.code).toBe('exception-covers-nothing');
  });

  test('is accepted by nobody who may not accept risks, and has an end to its size', async () => {
    const viewer = await stage.install.signIn('viewer');
    const [fail] = await stage.failsOf('iam-user-mfa');
    const findings = [fail?.fingerprint];

    const refused = await stage.post('/exceptions/selection', { ...acceptance, findings }, viewer);
    const many = await stage.post('/exceptions/selection/preview', {
      findings: Array.from({ length: 101 }, () => '0'.repeat(64)),
    });

    expect(refused.status).toBe(403);
    expect(many.body.code).toBe('bad-request');
  });

  test('is listed and exported as exactly what it is', async () => {
    const rows = [...(await stage.failsOf('iam-user-mfa')), ...(await stage.failsOf('gd-enabled'))];
    const chosen = rows.filter((_, place) => place % 2 === 0);
    const finding = chosen.map(({ fingerprint }) => fingerprint).join(',');

    const list = await stage.get<FindingList>(`/findings?finding=${finding}`);
    const file = await stage.install.send(
      'get',
      `/api/exports/findings?format=json&finding=${finding}`,
      stage.owner,
    );

    expect(list.body.total).toBe(chosen.length);
    const { rows: written } = JSON.parse(file.text) as { rows: { fingerprint: string }[] };
    expect(written.map(({ fingerprint }) => fingerprint).toSorted()).toEqual(
      chosen.map(({ fingerprint }) => fingerprint).toSorted(),
    );
    expect((await stage.get('/findings?finding=nonsense')).status).toBe(400);
  });
});
