import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRowSchema, type AuditRow } from '@ippo/contracts';
import { recordInAuditLog, type AuditEntry } from '../store/audit.ts';
import { openTestInstall, type TestInstall } from '../testing/test-install.ts';

let install: TestInstall;
let owner: string;
const start = Date.parse('2026-11-01T00:00:00Z');
const hour = 3_600_000;

beforeAll(async () => {
  install = await openTestInstall();
  owner = await install.signIn('owner');
  // 120 rows of the past, an hour apart; their subjects hold what a spreadsheet or SQL could misread.
  const subjects = ['plain', '=HYPERLINK("http://x")', '100%_sure', '＝１＋１'];
  await install.services.db.transaction(async (tx) => {
    for (let number = 0; number < 120; number += 1)
      await recordInAuditLog(tx, {
        at: new Date(start + number * hour),
        actor: null,
        action: number % 2 === 0 ? 'scan.started' : 'scan.ended',
        subject: subjects[number % 4] ?? '',
      } satisfies AuditEntry);
  });
});
afterAll(() => install.close());

type Page = { rows: AuditRow[]; next: string | null; total: number };

function addressOf(query: Record<string, string>): string {
  return `/api/audit?${new URLSearchParams(query).toString()}`;
}

async function list(query: Record<string, string> = {}): Promise<Page> {
  const { body } = await install.send('get', addressOf(query), owner);
  return body as Page;
}

describe('the list', () => {
  test('has 50 rows a page, newest first, and every row once', async () => {
    const first = await list();
    const second = await list({ cursor: first.next ?? '' });
    const third = await list({ cursor: second.next ?? '' });

    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect([first.rows.length, second.rows.length, third.next]).toEqual([50, 50, null]);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect([new Set(ids).size, ids.length]).toEqual([first.total, first.total]);
  });

  test('ends with a full page where there is nothing after it', async () => {
    const to = new Date(start + 50 * hour).toISOString();

    expect(await list({ to })).toMatchObject({ rows: { length: 50 }, next: null, total: 50 });
  });

  test('filters by time, from inclusive and to exclusive', async () => {
    const from = new Date(start + 10 * hour).toISOString();
    const to = new Date(start + 13 * hour).toISOString();

    const { rows } = await list({ from, to });

    const hours = rows.map(({ at }) => (Date.parse(at) - start) / hour);
    expect(hours).toEqual([12, 11, 10]);
  });

  test('filters by action, actor and part of a subject', async () => {
    const { body: me } = await install.send('get', '/api/audit/actors', owner);
    const actor = me.actors[0]?.id ?? '';

    const ended = await list({ action: 'scan.ended' });
    const mine = await list({ actor });
    const literal = await list({ subject: '%_S' });
    const none = await list({ subject: '\\' });

    expect([ended.total, literal.total, none.total]).toEqual([60, 30, 0]);
    expect(mine.rows[0]).toMatchObject({ actorName: 'The owner', action: 'session.started' });
    expect(me.actors).toEqual([{ id: actor, name: 'The owner' }]);
  });

  test.each<Record<string, string>>([
    { cursor: 'x' },
    { cursor: '-1' },
    { action: 'moon' },
    { from: 'yesterday' },
  ])('refuses %o', async (query) => {
    const { status, body } = await install.send('get', addressOf(query), owner);

    expect([status, body.code]).toEqual([400, 'bad-request']);
  });
});

describe('the verification', () => {
  test('answers with the head of an unbroken chain', async () => {
    const { body } = await install.send('get', '/api/audit/verify', owner);
    const again = await install.send('get', `/api/audit/verify?head=${body.head}`, owner);
    const other = await install.send('get', `/api/audit/verify?head=${'0'.repeat(64)}`, owner);

    expect(body).toMatchObject({ state: 'unbroken', olderRows: 0 });
    expect(again.body).toEqual(body);
    expect(other.body.state).toBe('head-missing');
  });
});

describe('the export', () => {
  test('as JSON holds every row as the list has it, oldest first', async () => {
    const { total } = await list();
    const { rows: newest } = await list({ action: 'scan.ended' });

    const { text } = await install.send('get', '/api/exports/audit?format=json', owner).buffer();

    const { rows } = JSON.parse(text) as { rows: AuditRow[] };
    const shown = rows.map((row) => auditRowSchema.strict().parse(row));
    expect(rows).toHaveLength(total);
    expect(shown.filter(({ action }) => action === 'scan.ended').at(-1)).toEqual(newest[0]);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_row, index) => index + 1));
  });

  test('as CSV is harmless to a spreadsheet', async () => {
    const address = '/api/exports/audit?format=csv&action=scan.started';

    const answer = await install.send('get', address, owner).buffer();

    const lines = answer.text.split('\r\n');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="ippo-audit-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength(62);
    expect(answer.text).not.toMatch(/(^|,|"|\n)[=＝+@]/);
  });

  test('refuses an unknown format, strangers and everyone but the owner', async () => {
    const wrong = await install.send('get', '/api/exports/audit?format=doc', owner);
    const stranger = await install.send('get', '/api/exports/audit?format=csv');
    const viewer = await install.signIn('viewer');
    const reader = await install.send('get', '/api/exports/audit?format=csv', viewer);

    expect([wrong.body.code, stranger.body.code, reader.body.code]).toEqual([
      ...['export-format-unknown', 'sign-in-required', 'forbidden'],
    ]);
  });
});
