import { parse } from 'csv-parse/sync';
import { languages } from '@ippo/contracts';
import { describe, expect, it } from 'vitest';
import { demoAssessment, emptyAssessment } from '../testing/assessments.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { renderReport } from '../testing/render-report.ts';
import csv from './csv.ts';

describe('a report as CSV', () => {
  it.each(languages)('has a row for each finding, passes too (%s)', async (language) => {
    const rows = await read(demoAssessment(), language);

    const outcomes = Map.groupBy(rows.slice(1), (row) => row[1]);
    expect(rows).toHaveLength(441);
    expect([...outcomes.values()].map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([
      ...[1, 3, 16, 66, 170, 184],
    ]);
  });

  it.each([
    ['en', 'Outcome', 'Check that it needs, not met', 'Not met: needs another check'],
    ['ja', '結果', '前提となる未達のチェック', '未達（ほかのチェックが前提）'],
  ] as const)(
    'says that a blocked finding is not met, and which check it needs (%s)',
    async (language, outcome, needs, notMet) => {
      const [heading = [], ...rows] = await read(demoAssessment(), language);

      const blocked = rows.filter((row) => row[heading.indexOf(needs)] !== '');
      expect(blocked.map((row) => row[heading.indexOf(outcome)])).toEqual([notMet, notMet, notMet]);
      expect(new Set(blocked.map((row) => row[heading.indexOf(needs)]))).toEqual(
        new Set(['gd-enabled']),
      );
    },
  );

  it('says in each row what its data is not, and what the auditor wrote on the cover', async () => {
    const [heading = [], ...rows] = await read(demoAssessment(), 'en');

    const notice = rows.map((row) => row[heading.indexOf('Source of the data')]);
    const control = rows.map((row) => row[heading.indexOf('Control number')]);
    expect(new Set(notice)).toEqual(new Set(['Demo data (acme-demo). This account is made up.']));
    expect(new Set(control)).toEqual(new Set(['ITGC-07']));
  });

  it('names the calls that a finding rests on', async () => {
    const [heading = [], ...rows] = await read(demoAssessment(), 'en');

    const root = rows.find((row) => row[heading.indexOf('Check id')] === 'root-mfa');
    expect(root?.[heading.indexOf('Calls to AWS')]).toContain(
      'iam:GetAccountSummary (global) 2026-',
    );
    expect(root?.[heading.indexOf('Read (JST)')]).toMatch(/^2026-11-16 09:02:\d\d$/);
  });

  it('says what its data is not even where there is no finding', async () => {
    const rows = await read(emptyAssessment(), 'ja');

    expect(rows).toHaveLength(2);
    expect(rows[1]?.[0]).toContain('デモデータ');
    expect(rows[1]?.slice(1).join('')).toBe('');
  });

  it('holds nothing that a spreadsheet calculates, whatever something is called', async () => {
    const rows = await read(hostileAssessment(), 'en');

    const cells = rows.flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK("))).toBe(true);
  });
});

async function read(assessment: ReturnType<typeof demoAssessment>, language: 'en' | 'ja') {
  const text = (await renderReport(csv, assessment, language)).toString();
  return parse(text, { bom: true, record_delimiter: '\r\n' });
}
