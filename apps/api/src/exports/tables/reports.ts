import { madeReportsFilterSchema } from '@ippo/contracts';
import { everyReportExport, type StoredExport } from '../../store/report-exports.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

const columns: readonly ExportColumn<StoredExport>[] = [
  { id: 'report', heading: { en: 'Report id', ja: 'レポート ID' }, cell: ({ id }) => id },
  {
    id: 'at',
    heading: { en: 'Made (UTC)', ja: '作成日時（UTC）' },
    cell: ({ at }) => at.toISOString(),
  },
  { id: 'by', heading: { en: 'Made by', ja: '作成者' }, cell: ({ byName }) => byName },
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ account }, write) => write.account(account),
  },
  {
    id: 'source',
    heading: { en: 'Source of the data', ja: 'データの出所' },
    cell: ({ source }) => source,
  },
  { id: 'scan', heading: { en: 'Scan id', ja: 'スキャン ID' }, cell: ({ scanId }) => scanId },
  {
    id: 'from',
    heading: { en: 'Period from (UTC)', ja: '期間の開始（UTC）' },
    cell: ({ periodFrom }) => periodFrom?.toISOString() ?? null,
  },
  {
    id: 'to',
    heading: { en: 'Period to (UTC)', ja: '期間の終了（UTC）' },
    cell: ({ periodTo }) => periodTo?.toISOString() ?? null,
  },
  { id: 'format', heading: { en: 'Format', ja: '形式' }, cell: ({ format }) => format },
  {
    id: 'language',
    heading: { en: 'Language', ja: '言語' },
    cell: ({ language }) => language,
  },
  {
    id: 'masked',
    heading: { en: 'Names masked', ja: '名前のマスク' },
    cell: ({ redacted }, write) => write.yesNo(redacted),
  },
  { id: 'file', heading: { en: 'File', ja: 'ファイル' }, cell: ({ fileName }) => fileName },
  { id: 'bytes', heading: { en: 'Bytes', ja: 'バイト数' }, cell: ({ bytes }) => bytes },
  { id: 'sha256', heading: { en: 'SHA-256', ja: 'SHA-256' }, cell: ({ sha256 }) => sha256 },
];

/** Every report that was made, the newest first. */
export default defineExport({
  id: 'reports',
  title: { en: 'Reports made', ja: '作成したレポート' },
  permission: 'read',
  input: madeReportsFilterSchema,
  async open({ services: { db }, scope }, filter) {
    const items = everyReportExport(db, scope, filter);
    return { source: null, accounts: [], columns, items };
  },
});
