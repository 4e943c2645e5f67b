import { exceptionListSchema, exceptionStateWords, passes, type Exception } from '@ippo/contracts';
import { asShown, everyException } from '../../exceptions/list-exceptions.ts';
import { newestScans } from '../../store/findings/newest-scans.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';
import { checkColumns } from '../shared-columns.ts';

const columns: readonly ExportColumn<Exception>[] = [
  {
    id: 'state',
    heading: { en: 'State', ja: '状態' },
    cell: ({ state }, write) => write.word(state, exceptionStateWords),
  },
  ...checkColumns,
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ account }, write) => write.account(account),
  },
  {
    id: 'regions',
    heading: { en: 'Regions (empty: all)', ja: 'リージョン（空欄：すべて）' },
    cell: ({ regions }) => regions,
  },
  {
    id: 'resource',
    heading: { en: 'Resource (empty: all)', ja: 'リソース（空欄：すべて）' },
    cell: ({ resource }) => resource,
  },
  {
    id: 'fails',
    heading: { en: 'Fails in scope now', ja: '範囲内の不合格（現在）' },
    cell: ({ covers }) => covers.fails,
  },
  {
    id: 'critical',
    heading: { en: 'Critical ones of them', ja: 'うち重大' },
    cell: ({ covers }) => covers.critical,
  },
  { id: 'reason', heading: { en: 'Reason', ja: '理由' }, cell: ({ reason }) => reason },
  { id: 'owner', heading: { en: 'Owner', ja: '担当者' }, cell: ({ owner }) => owner },
  { id: 'lastDay', heading: { en: 'Last day', ja: '最終日' }, cell: ({ lastDay }) => lastDay },
  { id: 'zone', heading: { en: 'Time zone', ja: 'タイムゾーン' }, cell: ({ zone }) => zone },
  { id: 'until', heading: { en: 'Ends (UTC)', ja: '終了日時（UTC）' }, cell: ({ until }) => until },
  {
    id: 'requestedBy',
    heading: { en: 'Asked for by', ja: '申請者' },
    cell: ({ requested }) => requested.by,
  },
  {
    id: 'requestedAt',
    heading: { en: 'Asked for (UTC)', ja: '申請日時（UTC）' },
    cell: ({ requested }) => requested.at,
  },
  {
    id: 'approvedBy',
    heading: { en: 'Approved by', ja: '承認者' },
    cell: ({ approved }) => approved?.by ?? null,
  },
  {
    id: 'approvedAt',
    heading: { en: 'Approved (UTC)', ja: '承認日時（UTC）' },
    cell: ({ approved }) => approved?.at ?? null,
  },
  {
    id: 'selfApproved',
    heading: { en: 'Self-approved', ja: '自己承認' },
    cell: ({ selfApproved }, write) => write.yesNo(selfApproved),
  },
  {
    id: 'revokedBy',
    heading: { en: 'Ended by', ja: '終了した人' },
    cell: ({ revoked }) => revoked?.by ?? null,
  },
  {
    id: 'revokedAt',
    heading: { en: 'Ended early (UTC)', ja: '途中終了日時（UTC）' },
    cell: ({ revoked }) => revoked?.at ?? null,
  },
  { id: 'id', heading: { en: 'Id', ja: 'ID' }, cell: ({ id }) => id },
];

export default defineExport({
  id: 'exceptions',
  title: { en: 'Exceptions', ja: '例外' },
  permission: 'read',
  input: exceptionListSchema,
  async open({ services: { db, now }, scope }, asked) {
    const at = now();
    const scans = await newestScans(db, scope, asked);
    const found = await everyException(db, scans, asked, at);
    const rows = found.filter(({ state }) => passes(asked.state, state)).map(({ row }) => row);
    return {
      source: scans[0]?.source ?? null,
      accounts: scans.map(({ account }) => account),
      columns,
      items: await asShown(db, rows, { at, userId: '' }),
    };
  },
});
