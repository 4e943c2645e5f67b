import { auditActions, auditFilterSchema, type AuditRow } from '@ippo/contracts';
import { streamAuditRows } from '../../store/audit-search.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';

const columns: readonly ExportColumn<AuditRow>[] = [
  { id: 'id', heading: { en: 'Number', ja: '番号' }, cell: ({ id }) => id },
  { id: 'at', heading: { en: 'Time (UTC)', ja: '日時（UTC）' }, cell: ({ at }) => at },
  { id: 'actorName', heading: { en: 'Person', ja: 'ユーザー' }, cell: (row) => row.actorName },
  { id: 'actor', heading: { en: 'Person’s id', ja: 'ユーザー ID' }, cell: ({ actor }) => actor },
  {
    id: 'action',
    heading: { en: 'Action', ja: '操作' },
    cell: ({ action }, write) => write.word(action, auditActions),
  },
  { id: 'subject', heading: { en: 'Subject', ja: '対象' }, cell: ({ subject }) => subject },
  {
    id: 'detail',
    heading: { en: 'Detail', ja: '詳細' },
    cell: ({ detail }) => ({ code: detail, text: textOf(detail) }),
  },
  {
    id: 'position',
    heading: { en: 'Place in the chain', ja: 'チェーン内の位置' },
    cell: ({ position }) => position,
  },
  {
    id: 'previousHash',
    heading: { en: 'SHA-256 of the row before', ja: '前の行の SHA-256' },
    cell: ({ previousHash }) => previousHash,
  },
  { id: 'hash', heading: { en: 'SHA-256', ja: 'SHA-256' }, cell: ({ hash }) => hash },
];

/** The log, oldest first, with what its chain can be checked by. */
export default defineExport({
  id: 'audit',
  title: { en: 'Audit log', ja: '監査ログ' },
  permission: 'audit',
  input: auditFilterSchema,
  async open({ services: { db } }, filter) {
    return { source: null, accounts: [], columns, items: streamAuditRows(db, filter) };
  },
});

function textOf(detail: AuditRow['detail']): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}
