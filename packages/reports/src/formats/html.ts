import { defineReportFormat } from '../define-report-format.ts';
import { documentOf } from '../document/document-of.ts';
import { pageParts } from '../html/page.ts';

export default defineReportFormat({
  id: 'html',
  label: { en: 'HTML, one file', ja: 'HTML（1 ファイル）' },
  purpose: {
    en: 'Searchable, opens in any browser without a network.',
    ja: '検索できる 1 つのファイル。ネットワークなしでブラウザーで開けます。',
  },
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  async *renderReport(assessment, context) {
    yield* pageParts(documentOf(assessment, context));
  },
});
