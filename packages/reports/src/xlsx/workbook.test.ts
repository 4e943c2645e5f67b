import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { sheetOf, field } from '../sheets/sheet.ts';
import { readWorkbook } from '../testing/read-workbook.ts';
import { cellText } from './cell-text.ts';
import { writtenSheets } from './workbook.ts';

const head = { language: 'en', about: 'acme', notice: '' } as const;

describe('the sheets of a workbook', () => {
  it('go on in another sheet where Excel has no more rows, and lose none', async () => {
    const names = Array.from({ length: 17 }, (_, number) => `name-${number}`);

    const sheets = readWorkbook(
      await writeExcelFile(writtenSheets([listOf(names)], head, 10)).toBuffer(),
    );

    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ...[
        ['List (1)', 10],
        ['List (2)', 10],
        ['List (3)', 6],
      ],
    ]);
    expect(sheets.flatMap(({ rows }) => rows.slice(3).map(([name]) => name))).toEqual(names);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'hold a thing that is called %s',
    async (name) => {
      const workbook = await writeExcelFile(writtenSheets([listOf([name, 'x'])], head)).toBuffer();

      expect(readWorkbook(workbook)[0]?.rows.slice(3)).toEqual([[name], ['x']]);
    },
  );

  it.each([
    ['=1+1', '=1+1'],
    ['\t=1', '\t=1'],
    ['a\u0000b\u202E', 'a\\u{0000}b\\u{202E}'],
    ['_x0041_', '_x005F_x0041_'],
    ['</t></si>&amp;', '</t></si>&amp;'],
    [' 𠮷 ', ' 𠮷 '],
  ])('hold %j as the text %j', async (name, text) => {
    const workbook = await writeExcelFile(writtenSheets([listOf([name])], head)).toBuffer();

    expect(readWorkbook(workbook)[0]?.rows[3]).toEqual([text]);
  });

  it('cut a text that no cell holds, and say so', () => {
    const cut = cellText('𠮷'.repeat(20_000), 'en');

    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).toMatch(/… \[cut: 40,000 characters; JSON has the whole text\]$/);
    expect(cellText('x'.repeat(32_767), 'en')).toHaveLength(32_767);
  });
});

function listOf(names: readonly string[]) {
  return sheetOf({ id: 'list', title: 'List' }, names, [
    field<string>('name', 'Name', 20, (name) => name),
  ]);
}
