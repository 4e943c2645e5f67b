import type { Exception, FindingGroupRow } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asked,
  openExceptionStage,
  type ExceptionPage,
  type ExceptionStage,
  type FindingList,
} from '../../testing/exception-stage.ts';
import { writeLongHistory } from '../../testing/long-history.ts';
import { openTestInstall, type TestInstall } from '../../testing/test-install.ts';

type Preview = {
  code?: string;
  selected: number;
  fails: number;
  accepted: number;
  digest: string;
  scopes: { fails: number }[];
};
type Made = { code?: string; exceptions: Exception[] };

const { reason, owner, lastDay, zone } = asked;
const acceptance = { reason, owner, lastDay, zone };
let stage: ExceptionStage;
beforeAll(async () => {
  stage = await openExceptionStage();
});
afterAll(() => stage.install.close());

async function preview(selection: object) {
  return (await stage.post<Preview>('/exceptions/selection/preview', { selection })).body;
}

describe('a selection of findings', () => {
  test('of several checks is counted, and accepted as one exception each, all or none', async () => {
    const users = (await stage.failsOf('iam-user-mfa')).slice(0, 2);
    const trail = (await stage.failsOf('ct-mgmt-events')).slice(0, 1);
    const findings = [...users, ...trail].map(({ fingerprint }) => fingerprint);
    const selection = { finding: findings.join(',') };

    const { fails, selected, scopes, digest } = await preview(selection);
    const body = { ...acceptance, selection, fails, digest };
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
    expect((await preview(selection)).accepted).toBe(3);
  });

  test('covers fails alone: an unknown among them stays out, and alone is refused', async () => {
    const unknown = (await stage.get<FindingList>('/findings?outcome=unknown')).body.findings[0];
    const [fail] = (await stage.failsOf('iam-user-mfa')).slice(-1);
    const finding = `${fail?.fingerprint},${unknown?.fingerprint}`;

    const both = await preview({ finding });
    const alone = await preview({ finding: unknown?.fingerprint });

    expect(both).toMatchObject({ selected: 1, fails: 1 });
    expect(alone.code).toBe('exception-covers-nothing');
  });

  test('takes whole groups and all that a filter shows, less what was taken out again', async () => {
    const users = await stage.failsOf('iam-user-mfa');
    const [first] = users;
    const sharing = users.filter(({ group }) => group === first?.group);
    const ofCheck = { check: 'iam-user-mfa', outcome: 'fail' };

    const group = await preview({ finding: first?.group });
    const less = await preview({ finding: first?.group, without: first?.fingerprint });
    const back = await preview({
      finding: `all,${first?.fingerprint.slice(0, 24)}`,
      without: first?.group,
    });
    const all = await preview({ ...ofCheck, finding: 'all' });

    expect(sharing.length).toBeGreaterThan(1);
    expect(group.selected).toBe(sharing.length);
    expect(less.selected).toBe(sharing.length - 1);
    expect(all.selected).toBe(users.length);
    const everyFail = (await stage.get<FindingList>('/findings?outcome=fail')).body.total;
    expect(back.selected).toBe(everyFail - sharing.length + 1);
    expect((await preview(ofCheck)).code).toBe('bad-request');
  });

  test('is not accepted for other fails than were counted, be they as many', async () => {
    const [one, two] = await stage.failsOf('iam-user-mfa');
    const seen = await preview({ finding: one?.fingerprint });

    const { body } = await stage.post<Made>('/exceptions/selection', {
      ...{ ...acceptance, fails: seen.fails, digest: seen.digest },
      selection: { finding: two?.fingerprint },
    });

    expect([seen.fails, body.code]).toEqual([1, 'selection-changed']);
  });

  test('is accepted by nobody who may not accept risks, and has an end to its size', async () => {
    const viewer = await stage.install.signIn('viewer');
    const [fail] = await stage.failsOf('iam-user-mfa');
    const selection = { finding: fail?.fingerprint };
    const body = { ...acceptance, selection, fails: 1, digest: '0'.repeat(64) };

    const refused = await stage.post('/exceptions/selection', body, viewer);
    const finding = Array.from({ length: 201 }, (_, n) => `${n}`.padStart(24, '0')).join(',');
    const many = await preview({ finding });

    expect(refused.status).toBe(403);
    expect(many.code).toBe('bad-request');
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

describe('a selection in an account of many findings', () => {
  let install: TestInstall;
  let owner: string;
  beforeAll(async () => {
    const until = new Date('2026-11-16T00:00:00Z');
    install = await openTestInstall({ now: () => until });
    await writeLongHistory(install.services.db, { findings: 5_000, days: 1, until });
    owner = await install.signIn('owner');
  });
  afterAll(() => install.close());

  async function post(path: string, body: object) {
    const { body: answer } = await install.send('post', `/api${path}`, owner).send(body);
    return answer as Preview & Made & { params?: Record<string, string> };
  }

  test('of a whole group beyond what its line holds is accepted as it was counted', async () => {
    const { body } = await install.send('get', '/api/finding-groups?outcome=fail', owner);
    const { groups } = body as { groups: FindingGroupRow[] };
    const large = groups.find(({ count, findings }) => count > findings.length && count < 100);
    const selection = { outcome: 'fail', finding: large?.findings[0]?.group };

    const seen = await post('/exceptions/selection/preview', { selection });
    const { fails, digest } = seen;
    const made = await post('/exceptions/selection', { ...acceptance, selection, fails, digest });

    expect([seen.selected, seen.fails]).toEqual([large?.count, large?.count]);
    expect(made.exceptions).toHaveLength(large?.count ?? 0);
    const list = await install.send('get', '/api/findings?exception=accepted', owner);
    expect((list.body as FindingList).total).toBe(large?.count);
  });

  test('is exported whole, and refused with its size where it would become too many', async () => {
    const list = await install.send('get', '/api/findings?outcome=fail', owner);
    const { total } = list.body as FindingList;
    const query = 'outcome=fail&finding=all';

    const file = await install.send('get', `/api/exports/findings?format=json&${query}`, owner);
    const refused = await post('/exceptions/selection/preview', {
      selection: { outcome: 'fail', finding: 'all' },
    });

    expect((JSON.parse(file.text) as { count: number }).count).toBe(total);
    expect(refused).toMatchObject({
      code: 'selection-too-large',
      params: { now: String(total), most: '500' },
    });
  });
});
