import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAuditLog } from '../store/audit.ts';
import { addTestPerson, signInAs } from '../testing/people.ts';
import { scanned } from '../testing/scanned.ts';
import { openTestInstall, worldTarget, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
let owner: string;
beforeAll(async () => {
  install = await openTestInstall({ openTarget: worldTarget('acme-demo') });
  owner = await install.signIn('owner');
  await scanned(install, owner);
});
afterAll(() => install.close());

type Body = {
  rows: Record<string, unknown>[];
  count: number;
  columns: { id: string; heading: string }[];
} & Record<string, unknown>;

function send(path: string, cookie = owner) {
  return install.send('get', `/api/exports/${path}`, cookie).buffer();
}

async function json(path: string): Promise<Body> {
  return JSON.parse((await send(path)).text) as Body;
}

async function lastEntry() {
  return (await readAuditLog(install.services.db)).at(-1);
}

describe('findings', () => {
  test('as JSON are those of the page’s own filter, with what they are and where they come from', async () => {
    const list = await install.send('get', '/api/findings?outcome=fail', owner);

    const body = await json('findings?format=json&outcome=fail');

    expect(body).toMatchObject({
      ...{ table: 'findings', title: 'Findings', filter: { outcome: 'fail' } },
      ...{ source: { kind: 'simulated' }, notice: 'Demo data. This account is made up.' },
      ...{ madeBy: 'The owner', version: '0.0.0-test', count: list.body.total },
    });
    const shown = list.body.findings as { fingerprint: string }[];
    expect(body.rows.slice(0, 50).map(({ fingerprint }) => fingerprint)).toEqual(
      shown.map(({ fingerprint }) => fingerprint),
    );
    expect(body.rows.every(({ outcome }) => outcome === 'fail')).toBe(true);
  });

  test('as CSV in Japanese have headings and words in Japanese, and say in each row that they are made up', async () => {
    const { text, headers } = await send('findings?format=csv&lang=ja&severity=critical');

    const [headings = [], ...rows] = parse(text, { bom: true });
    expect(headings.slice(0, 3)).toEqual(['データの出所', '結果', '重要度']);
    expect(rows.length).toBeGreaterThan(0);
    for (const [source, , severity] of rows)
      expect([source, severity]).toEqual([
        ...['デモデータです。このアカウントは架空のものです。', '重大'],
      ]);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="ippo-findings-\d{12}-\d{4}-\d\d-\d\d-simulated\.csv"$/,
    );
  });

  test('say in words that a blocked one is not met, and keep its code', async () => {
    const list = await json('findings?format=json&blocked=yes');
    const { text } = await send('findings?format=csv&lang=en&blocked=yes');

    const [headings = [], ...rows] = parse(text, { bom: true });
    const said = rows.map((row) => row[headings.indexOf('Outcome')]);
    expect(new Set(said)).toEqual(new Set(['Not met: needs another check']));
    expect(new Set(list.rows.map(({ outcome }) => outcome))).toEqual(new Set(['not-applicable']));
    expect(said).toHaveLength(list.count);
  });

  test('leave an entry that tells who took which file', async () => {
    const { text } = await send('findings?format=json&severity=critical&moon=full');

    const { rows } = JSON.parse(text) as Body;
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'table.exported', actorName: 'The owner', subject: 'findings' },
      detail: {
        ...{ format: 'json', filter: 'severity=critical', rows: String(rows.length) },
        sha256: createHash('sha256').update(text).digest('hex'),
      },
    });
  });
});

describe('a filter that the store cannot hold', () => {
  test.each([
    ['audit', 'subject=%00'],
    ['audit', 'from=0000-01-01T00:00:00Z'],
    ['findings', 'resource=a%00b'],
    ['findings', 'since=0000-01-01T00:00:00Z'],
  ])('of %s, %s, is refused before anything is sent, and nothing was taken', async (id, filter) => {
    const before = await lastEntry();

    const { status, body } = await send(`${id}?format=json&${filter}`);

    expect([status, body.code]).toEqual([400, 'bad-request']);
    expect(await lastEntry()).toEqual(before);
  });
});

describe('who may take what', () => {
  test('an auditor of another account gets a table without rows', async () => {
    const until = '2027-01-01T00:00:00Z';
    const access = { role: 'auditor', accounts: ['999999999999'], until } as const;
    await addTestPerson(install, 'outside@example.com', access);
    const outside = await signInAs(install, 'outside@example.com');

    const { text } = await send('findings?format=json', outside);

    expect(JSON.parse(text)).toMatchObject({ rows: [], count: 0, accounts: [] });
  });

  test('the list names the tables that a role may open', async () => {
    const viewer = await install.signIn('viewer');

    const { body } = await install.send('get', '/api/exports', viewer);
    const all = await install.send('get', '/api/exports', owner);

    const names = (tables: { id: string }[]) => tables.map(({ id }) => id);
    expect(names(body.tables)).toContain('findings');
    expect(names(body.tables)).not.toContain('audit');
    expect(names(all.body.tables)).toContain('audit');
    expect(body.formats).toMatchObject([{ id: 'csv' }, { id: 'json' }]);
  });

  test.each([
    ['findings?format=doc', 400, 'export-format-unknown'],
    ['findings', 400, 'bad-request'],
    ['findings?format=csv&lang=fr', 400, 'bad-request'],
    ['findings?format=csv&severity=loud', 400, 'bad-request'],
    ['moon?format=csv', 404, 'not-found'],
  ])('%s is refused with a code, and leaves no entry', async (path, status, code) => {
    const before = (await readAuditLog(install.services.db)).length;

    const answer = await send(path);

    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { code }]);
    expect(await readAuditLog(install.services.db)).toHaveLength(before);
  });
});
