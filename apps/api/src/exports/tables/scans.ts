import { z } from 'zod';
import { everyScan, type StoredScan } from '../../store/scans.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

const statuses = {
  waiting: { en: 'About to start', ja: '開始待ち' },
  running: { en: 'Running', ja: '実行中' },
  complete: { en: 'Complete', ja: '完了' },
  cancelled: { en: 'Cancelled', ja: '中止' },
  'budget-spent': { en: 'Out of time', ja: '時間切れ' },
  failed: { en: 'Failed', ja: '失敗' },
  interrupted: { en: 'Interrupted', ja: '中断' },
} as const;
const triggers = {
  person: { en: 'A person', ja: '手動' },
  schedule: { en: 'The schedule', ja: 'スケジュール' },
  restart: { en: 'An interrupted scan', ja: '中断後の再実行' },
} as const;

const columns: readonly ExportColumn<StoredScan>[] = [
  { id: 'scan', heading: { en: 'Scan id', ja: 'スキャン ID' }, cell: ({ id }) => id },
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ account }, write) => write.account(account),
  },
  {
    id: 'source',
    heading: { en: 'Source of the data', ja: 'データの出所' },
    cell: ({ source }, write) => write.source(source),
  },
  { id: 'connection', heading: { en: 'Connection', ja: '接続' }, cell: ({ target }) => target },
  {
    id: 'status',
    heading: { en: 'Status', ja: '状態' },
    cell: ({ status }, write) => write.word(status, statuses),
  },
  {
    id: 'startedAt',
    heading: { en: 'Started (UTC)', ja: '開始（UTC）' },
    cell: ({ startedAt, createdAt }) => (startedAt ?? createdAt).toISOString(),
  },
  {
    id: 'finishedAt',
    heading: { en: 'Ended (UTC)', ja: '終了（UTC）' },
    cell: ({ finishedAt }) => finishedAt?.toISOString() ?? null,
  },
  {
    id: 'trigger',
    heading: { en: 'Begun by', ja: '開始のきっかけ' },
    cell: ({ trigger }, write) => write.word(trigger, triggers),
  },
  { id: 'startedBy', heading: { en: 'Person', ja: '担当者' }, cell: ({ startedBy }) => startedBy },
  {
    id: 'readings',
    heading: { en: 'Readings', ja: '読み取り' },
    cell: ({ progress }) => progress?.total ?? null,
  },
  {
    id: 'answered',
    heading: { en: 'Answered', ja: '応答あり' },
    cell: ({ progress }) => sumOf(progress?.lanes, 'answered'),
  },
  {
    id: 'refused',
    heading: { en: 'Refused or late', ja: '拒否または時間切れ' },
    cell: ({ progress }) => sumOf(progress?.lanes, 'refused'),
  },
  { id: 'problem', heading: { en: 'Problem', ja: '問題' }, cell: ({ problem }) => problem },
  {
    id: 'prunedAt',
    heading: { en: 'Evidence removed (UTC)', ja: '証拠の削除（UTC）' },
    cell: ({ prunedAt }) => prunedAt?.toISOString() ?? null,
  },
  {
    id: 'place',
    heading: { en: 'Place in the chain', ja: 'チェーン内の位置' },
    cell: ({ chainPosition }) => chainPosition,
  },
  {
    id: 'evidenceDigest',
    heading: { en: 'SHA-256 of the evidence', ja: '証拠の SHA-256' },
    cell: ({ evidenceDigest }) => evidenceDigest,
  },
  { id: 'link', heading: { en: 'Link', ja: 'リンク' }, cell: ({ link }) => link },
  {
    id: 'previousLink',
    heading: { en: 'Link of the scan before', ja: '前のスキャンのリンク' },
    cell: ({ previousLink }) => previousLink,
  },
];

/** Every scan, of which the page shows the last ones. */
export default defineExport({
  id: 'scans',
  title: { en: 'Scans', ja: 'スキャン' },
  permission: 'read',
  input: z.object({}),
  async open({ services: { db }, scope }) {
    return { source: null, accounts: [], columns, items: everyScan(db, scope) };
  },
});

function sumOf<Key extends string>(
  lanes: readonly Record<Key, number>[] | undefined,
  key: Key,
): number | null {
  return lanes ? lanes.reduce((sum, lane) => sum + lane[key], 0) : null;
}
