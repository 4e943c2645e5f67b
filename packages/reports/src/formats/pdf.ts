import { defineReportFormat } from '../define-report-format.ts';
import { documentOf } from '../document/document-of.ts';
import { compile } from '../pdf/compile.ts';

export default defineReportFormat({
  id: 'pdf',
  label: { en: 'PDF', ja: 'PDF' },
  purpose: {
    en: 'To read, to print and to hand over. Tagged, with bookmarks.',
    ja: '読む・印刷する・提出するためのファイル。タグとしおり付き。',
  },
  extension: 'pdf',
  mediaType: 'application/pdf',
  async *renderReport(assessment, context) {
    const { pdf } = await compile(documentOf(assessment, context), { preview: 'no', pages: '' });
    yield pdf();
  },
});
