import { dashed } from '@ippo/contracts';
import writeExcelFile from 'write-excel-file/node';
import { defineReportFormat } from '../define-report-format.ts';
import { reportNotices } from '../notices.ts';
import { sheetsOf } from '../sheets/sheets-of.ts';
import { filtersAndPages } from '../xlsx/filters-and-pages.ts';
import { withoutTimes } from '../xlsx/same-bytes.ts';
import { writtenSheets } from '../xlsx/workbook.ts';

export default defineReportFormat({
  id: 'xlsx',
  label: { en: 'Excel', ja: 'Excel' },
  purpose: {
    en: 'Findings, checks, Regions and gaps as sheets, to filter and to mark.',
    ja: '検出事項・チェック・リージョン・読み取れなかったものをシートで。絞り込みや書き込みに。',
  },
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async *renderReport(assessment, context) {
    const { language } = context;
    const { account, accountName } = assessment;
    const head = {
      language,
      about:
        accountName === null ? dashed(account) : `${inShort(accountName)} (${dashed(account)})`,
      notice: reportNotices(assessment, language).join(' '),
    };
    const sheets = writtenSheets(sheetsOf(assessment, context), head);
    const workbook = await writeExcelFile(sheets, {
      ...{ fontFamily: language === 'ja' ? 'Yu Gothic' : 'Calibri', fontSize: 11 },
      features: [filtersAndPages(head, sheets)],
    }).toBuffer();
    yield withoutTimes(workbook);
  },
});

/** A sheet's head is one line; the whole name stands in the summary. */
function inShort(name: string): string {
  const letters = Array.from(name.replaceAll(/\s+/g, ' '));
  return letters.length <= 60 ? letters.join('') : `${letters.slice(0, 59).join('')}…`;
}
