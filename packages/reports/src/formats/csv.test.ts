import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { render, tableOf } from '../testing/tables.ts';
import csv from './csv.ts';

const fail = { code: 'fail', text: '不合格' };

describe('a CSV file', () => {
  it('begins with a byte order mark, ends lines with CRLF and has one heading for each column', async () => {
    const rows = [{ outcome: fail, resource: '社内,バケット"1"', since: '2026-11-16T00:03:12Z' }];

    const text = await render(csv, tableOf(rows));

    expect(text).toBe(
      '\uFEFF"Outcome","Resource","Since"\r\n"不合格","社内,バケット""1""","2026-11-16T00:03:12Z"\r\n',
    );
  });

  it.each([
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'],
    ...['＝１＋１', '＋１', '－１', '＠SUM', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"],
  ])('holds %j as a text that no spreadsheet calculates', async (hostile) => {
    const text = await render(csv, tableOf([{ resource: hostile }]));

    const [, row] = parse(text, { bom: true, record_delimiter: '\r\n' });
    expect(row?.[1]).toBe(`'${hostile}`);
  });

  it('keeps together what a reader that splits at semicolons would take apart', async () => {
    const text = await render(csv, tableOf([{ resource: 'a;=1+1' }]));

    expect(text.split('\r\n')[1]).toBe(',"a;=1+1",');
  });

  it('writes numbers as numbers, lists with semicolons and nothing where there is nothing', async () => {
    const rows = [{ outcome: -5, resource: ['a', 'b'], since: null }, { outcome: true }];

    const text = await render(csv, tableOf(rows));

    expect(text.split('\r\n').slice(1)).toEqual(['-5,"a; b",', '"true",,', '']);
  });

  it('says in every row that its data is not an AWS account’s', async () => {
    const table = tableOf([{ resource: 'a' }, { resource: 'b' }], { notice: 'Made up.' });

    const rows = parse(await render(csv, table), { bom: true });

    expect(rows.map(([first]) => first)).toEqual(['Source of the data', 'Made up.', 'Made up.']);
  });
});
