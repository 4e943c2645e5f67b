import type { FindingRow } from '@ippo/contracts';
import type { ExportColumn } from './define-export.ts';
import { checkColumns, placeColumns } from './shared-columns.ts';

/** The columns of a list of findings. */
export const findingColumns: readonly ExportColumn<FindingRow>[] = [
  {
    id: 'outcome',
    heading: { en: 'Outcome', ja: '結果' },
    cell: ({ outcome, blocked }, write) => write.outcome(outcome, blocked),
  },
  {
    id: 'severity',
    heading: { en: 'Severity', ja: '重要度' },
    cell: ({ severity }, write) => write.severity(severity),
  },
  ...checkColumns,
  {
    id: 'reason',
    heading: { en: 'What is so', ja: '内容' },
    cell: ({ check, reason }, write) => write.reason(check, reason),
  },
  {
    id: 'reasonCode',
    heading: { en: 'Reason code', ja: '理由コード' },
    cell: ({ reason }) => reason.code,
  },
  {
    id: 'blocked',
    heading: { en: 'Needs another check first', ja: '前提のチェックが未達' },
    cell: ({ blocked }, write) => write.yesNo(blocked),
  },
  {
    id: 'account',
    heading: { en: 'Account', ja: 'アカウント' },
    cell: ({ account }, write) => write.account(account),
  },
  ...placeColumns,
  {
    id: 'change',
    heading: { en: 'What became of it', ja: '前回からの変化' },
    cell: ({ change }, write) => write.change(change),
  },
  {
    id: 'acceptedBy',
    heading: { en: 'Risk accepted by', ja: 'リスクの受容者' },
    cell: ({ exception }) => exception?.by ?? null,
  },
  {
    id: 'acceptedUntil',
    heading: { en: 'Accepted until (UTC)', ja: '受容の期限（UTC）' },
    cell: ({ exception }) => exception?.until ?? null,
  },
  {
    id: 'since',
    heading: { en: 'Since (UTC)', ja: '発生日時（UTC）' },
    cell: ({ since }) => since,
  },
  {
    id: 'firstSeen',
    heading: { en: 'First seen (UTC)', ja: '初回検出日時（UTC）' },
    cell: ({ firstSeen }) => firstSeen,
  },
  {
    id: 'fingerprint',
    heading: { en: 'Fingerprint', ja: 'フィンガープリント' },
    cell: ({ fingerprint }) => fingerprint,
  },
];
