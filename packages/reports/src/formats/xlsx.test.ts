import { languages } from '@ippo/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { demoAssessment, emptyAssessment } from '../testing/assessments.ts';
import { hostileAssessment } from '../testing/hostile-assessments.ts';
import { readWorkbook } from '../testing/read-workbook.ts';
import { renderReport } from '../testing/render-report.ts';
import xlsx from './xlsx.ts';

const demo = demoAssessment();

describe('a workbook', () => {
  it('has a sheet for each kind of fact, and a row for each fact', async () => {
    const sheets = readWorkbook(await renderReport(xlsx, demo, 'en'));

    const facts = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.length - 3]));
    expect(facts).toMatchObject({
      ...{ Findings: 440, Checks: 26, Completeness: 27, Regions: 34 },
      ...{ 'Could not be read': demo.unreadable.length, Populations: 8, 'Accepted risks': 3 },
      ...{ Answers: 1, Scans: 3, 'Audit trail': 6 },
    });
    expect(sheets[0]?.name).toBe('Summary');
  });

  it.each(languages)('says on every sheet that its data is made up (%s)', async (language) => {
    const sheets = readWorkbook(await renderReport(xlsx, demo, language));

    const notice = language === 'ja' ? 'デモデータ' : 'Demo data';
    expect(sheets.map(({ rows }) => rows[1]?.[0]?.startsWith(notice))).toEqual(
      sheets.map(() => true),
    );
  });

  it.each([
    ['en', 'a file of evidence'],
    ['ja', '証拠のファイル'],
  ] as const)('says in words that a scan came from a file (%s)', async (language, words) => {
    const scan = { ...demo.scan, startedBy: null, trigger: 'file' };

    const [summary] = readWorkbook(await renderReport(xlsx, { ...demo, scan }, language));

    expect(summary?.rows.filter(([, , value]) => value === words)).toHaveLength(1);
  });

  it('notes nothing about the data of an AWS account', async () => {
    const real = { ...demo, source: { kind: 'aws' as const } };

    const sheets = readWorkbook(await renderReport(xlsx, real, 'en'));

    expect(sheets.map(({ rows }) => rows[1])).toEqual(sheets.map(() => []));
  });

  it('holds no formula, whatever something is called', async () => {
    const files = unzipSync(await renderReport(xlsx, hostileAssessment(), 'en'));

    const xml = Object.entries(files)
      .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
      .map(([, file]) => strFromU8(file));
    expect(xml.length).toBe(13);
    for (const sheet of xml) {
      expect(sheet).not.toContain('<f>');
      expect(new Set(sheet.match(/ t="[^"]*"/g) ?? [' t="s"'])).toEqual(new Set([' t="s"']));
    }
  });

  it('repeats title, notice and headings on every printed page, in the one place for such names', async () => {
    const files = unzipSync(await renderReport(xlsx, demo, 'en'));

    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect(workbook.match(/<definedNames\b/g)).toHaveLength(1);
    expect(workbook.match(/'!\$1:\$3<\/definedName>/g)).toHaveLength(13);
    expect(workbook).toContain("'Findings'!$A:$C,'Findings'!$1:$3");
  });

  it('says on every printed page which sheet it is, what its data is and which page of how many', async () => {
    const named = { ...demo, accountName: 'R&D <1>' };

    const files = unzipSync(await renderReport(xlsx, named, 'en'));

    const sheets = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(13);
    for (const [, file] of sheets) {
      const xml = strFromU8(file);
      expect(xml).toContain('<oddHeader>&amp;L&amp;A&amp;CDemo data (acme-demo).');
      expect(xml).toContain('<oddFooter>&amp;LR&amp;&amp;D &lt;1&gt; (1111-2222-3333)&amp;');
      expect(xml).toContain('&amp;R&amp;P / &amp;N</oddFooter>');
      expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    }
  });

  it('prints of a wide sheet what a page can hold, and says there which columns it leaves out', async () => {
    const files = unzipSync(await renderReport(xlsx, demo, 'ja'));
    const part = (name: string) => strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array());

    expect(part('workbook')).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="1">\'検出事項\'!$A$1:$M$443</definedName>',
    );
    expect(part('worksheets/sheet2')).toContain(
      '&amp;C印刷範囲：全 22 列のうち A〜M 列（残りの列はファイルで確認）&amp;R',
    );
    expect(part('worksheets/sheet2')).toContain('paperSize="9"');
    expect(part('workbook')).not.toContain('_xlnm.Print_Area" localSheetId="0"');
    expect(part('worksheets/sheet1')).not.toContain('印刷範囲');
  });

  it('lists what fails first, and leaves room for what the auditor finds', async () => {
    const sheets = readWorkbook(await renderReport(xlsx, demo, 'ja'));

    const [, , headings = [], ...rows] = sheets[1]?.rows ?? [];
    const words = rows.map(([word]) => word);
    expect(words.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => '不合格'));
    expect(words.lastIndexOf('不合格')).toBe(15);
    expect(headings.slice(10, 13)).toEqual(['監査人の判断', '調書番号', '監査人のコメント']);
  });

  it('writes the parts of each font in the order of the schema, and names no theme', async () => {
    const files = unzipSync(await renderReport(xlsx, demo, 'ja'));

    const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array());
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? [];
    expect(fonts).toContain(
      '<font><b/><sz val="11"/><color rgb="FFC20F1F"/><name val="Yu Gothic"/><family val="2"/></font>',
    );
    expect(styles).not.toContain('theme=');
  });

  it('gives the same bytes for the same report, at any time', async () => {
    const first = await renderReport(xlsx, demo, 'ja');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const second = await renderReport(xlsx, demo, 'ja');

    expect(second.equals(first)).toBe(true);
  });

  it('is whole without a finding', async () => {
    const sheets = readWorkbook(await renderReport(xlsx, emptyAssessment(), 'ja'));

    const findings = sheets.find(({ name }) => name === '検出事項');
    expect(findings?.rows).toHaveLength(3);
    expect(findings?.rows[1]?.[0]).toContain('デモデータ');
  });

  it('holds what the auditor wrote on the cover, and lines to fill in', async () => {
    const [summary] = readWorkbook(await renderReport(xlsx, demo, 'ja'));

    const facts = new Map(summary?.rows.map(([, fact, value]) => [fact, value]));
    expect(
      [...['対象期間', '評価基準日', '作成者', '承認者', '統制番号']].map((name) =>
        facts.get(name),
      ),
    ).toEqual([...['2026-11-01 – 2026-11-30', '2026-11-16', '監査 花子', '（記入欄）', 'ITGC-07']]);
  });
});
