import { findingSorts, type FindingGroupRow, type FindingRow } from '@ippo/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGroupPage } from '../../store/findings/finding-groups.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { everyAccount } from '../../store/reader-scope.ts';
import { openExceptionStage, type ExceptionStage } from '../../testing/exception-stage.ts';

type Groups = {
  groups: FindingGroupRow[];
  next: string | null;
  total: number;
  groupCount: number;
  counts: unknown;
};
type List = {
  findings: FindingRow[];
  next: string | null;
  total: number;
  counts: Record<string, Record<string, number>>;
};
let stage: ExceptionStage;
beforeAll(async () => {
  stage = await openExceptionStage();
});
afterAll(() => stage.install.close());

async function everyGroup(query: string): Promise<{ groups: FindingGroupRow[]; pages: Groups[] }> {
  const pages: Groups[] = [];
  for (let cursor = ''; ; cursor = `&cursor=${pages.at(-1)?.next}`) {
    const { body } = await stage.get<Groups>(`/finding-groups?${query}${cursor}`);
    pages.push(body);
    if (body.next === null) return { groups: pages.flatMap(({ groups }) => groups), pages };
  }
}

async function everyRow(query: string): Promise<FindingRow[]> {
  const rows: FindingRow[] = [];
  for (let cursor = ''; ;) {
    const { body } = await stage.get<List>(`/findings?${query}${cursor}`);
    rows.push(...body.findings);
    if (body.next === null) return rows;
    cursor = `&cursor=${body.next}`;
  }
}

function byPrint(rows: readonly FindingRow[]): FindingRow[] {
  return rows.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
}

/** What a row says, without the place that it is about. */
function told({ account, check, outcome, blocked, severity, ...row }: FindingRow): string {
  const { region, user, ...others } = row.reason.params;
  const lasting = Object.entries(others).filter(([name]) => !name.endsWith('At'));
  const elsewhere = [region === row.region ? null : region, user === row.facet ? null : user];
  return JSON.stringify([
    ...[account, check, outcome, blocked, severity, row.reason.code],
    ...[lasting.map(([name, value]) => `${name} ${String(value)}`).toSorted(), elsewhere],
  ]);
}

describe('findings that say the same', () => {
  test.each(['severity', 'since', 'check', 'outcome', 'region', 'resource'])(
    'are one group, none twice and none lost, by %s either way',
    async (sort) => {
      for (const order of ['asc', 'desc']) {
        const { groups, pages } = await everyGroup(`sort=${sort}&order=${order}`);
        const rows = await everyRow('sort=check');

        expect(groups.every(({ count, findings }) => count === findings.length)).toBe(true);
        expect(byPrint(groups.flatMap(({ findings }) => findings))).toEqual(byPrint(rows));
        const keys = groups.map(({ findings }) => new Set(findings.map(told)));
        expect(keys.every(({ size }) => size === 1)).toBe(true);
        expect(new Set(keys.flatMap((one) => [...one])).size).toBe(groups.length);
        for (const page of pages) {
          expect(page.groupCount).toBe(groups.length);
          expect(page.total).toBe(rows.length);
        }
      }
    },
  );

  test.each(findingSorts)('come page by page, %s either way', async (sort) => {
    const { db } = stage.install.services;
    const scans = await newestScans(db, everyAccount, {});
    const filter = { at: new Date() };
    for (const order of ['asc', 'desc'] as const) {
      const whole = await readGroupPage(db, scans, filter, { sort, order, count: 500 });
      const leads: (string | undefined)[] = [];
      let cursor: string | undefined;
      do {
        const page = await readGroupPage(db, scans, filter, { sort, order, cursor, count: 7 });
        leads.push(...page.groups.map(({ rows }) => rows[0]?.fingerprint));
        expect(page.groupCount).toBe(whole.groups.length);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);

      expect(leads).toEqual(whole.groups.map(({ rows }) => rows[0]?.fingerprint));
      expect(leads.length).toBeGreaterThan(30);
    }
  });

  test('stand worst first, are narrowed like the list, and count findings', async () => {
    const { groups } = await everyGroup('outcome=fail');
    const rows = await everyRow('outcome=fail');
    const { body } = await stage.get<List>('/findings?outcome=fail');
    const first = (await stage.get<Groups>('/finding-groups?outcome=fail')).body;

    expect(groups.length).toBeLessThan(rows.length);
    const ranks = groups.map(({ findings }) =>
      ['critical', 'high', 'medium', 'low'].indexOf(findings[0]?.severity ?? ''),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect([first.total, first.counts]).toEqual([body.total, body.counts]);
    expect(Math.max(...groups.map(({ count }) => count))).toBeGreaterThan(5);
  });

  test('refuse the cursor of the plain list, and give no group where nothing matches', async () => {
    const list = (await stage.get<List>('/findings?sort=check')).body;
    const none = await stage.get<Groups>('/finding-groups?resource=none-of-them');

    expect((await stage.get(`/finding-groups?sort=check&cursor=${list.next}`)).status).toBe(400);
    expect(none.body).toMatchObject({ groups: [], total: 0, groupCount: 0, next: null });
  });
});

describe('a list of findings', () => {
  test('is narrowed by a framework, or a requirement of one, to the checks that it asks for', async () => {
    const all = (await stage.get<List>('/findings')).body;
    const cis = (await stage.get<List>('/findings?framework=cis-aws-6.0&sort=check')).body;
    const rest = (await stage.get<List>('/findings?framework=!cis-aws-6.0')).body;
    const one = (await stage.get<List>('/findings?framework=security-hub:GuardDuty.1')).body;
    const groups = await stage.get<Groups>('/finding-groups?framework=security-hub:GuardDuty.1');
    const byCheck = (await stage.get<List>('/findings?check=gd-enabled')).body;
    const none = (await stage.get<List>('/findings?framework=cis-aws-6.0:99')).body;

    expect(cis.total).toBeGreaterThan(0);
    expect(cis.total + rest.total).toBe(all.total);
    expect(Object.keys(cis.counts['check'] ?? {})).toContain('root-mfa');
    expect(Object.keys(one.counts['check'] ?? {})).toEqual(['gd-enabled']);
    expect(one.findings.every(({ check }) => check === 'gd-enabled')).toBe(true);
    expect([one.total, groups.body.total]).toEqual([byCheck.total, byCheck.total]);
    expect(none.total).toBe(0);
    expect((await stage.get('/findings?framework=a%20b')).status).toBe(400);
  });
});
