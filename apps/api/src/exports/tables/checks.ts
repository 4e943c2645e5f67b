import { checksFilterSchema, passes, type CheckResult } from '@ippo/contracts';
import { defineExport, type ExportColumn } from '../define-export.ts';
import { reportOf } from '../report-of.ts';

const standings = {
  met: { en: 'Met', ja: '達成' },
  'not-met': { en: 'Not met', ja: '未達' },
  out: { en: 'Not counted', ja: '集計外' },
} as const;

const columns: readonly ExportColumn<CheckResult>[] = [
  { id: 'check', heading: { en: 'Check id', ja: 'チェック ID' }, cell: ({ id }) => id },
  {
    id: 'title',
    heading: { en: 'Check', ja: 'チェック' },
    cell: ({ id }, write) => write.title(id),
  },
  {
    id: 'measure',
    heading: { en: 'Measure (1 to 4)', ja: '施策（1〜4）' },
    cell: ({ measure }) => measure,
  },
  {
    id: 'severity',
    heading: { en: 'Severity', ja: '重要度' },
    cell: ({ severity }, write) => write.severity(severity),
  },
  {
    id: 'outcome',
    heading: { en: 'Outcome', ja: '結果' },
    cell: ({ outcome, blocked }, write) => write.outcome(outcome, blocked),
  },
  {
    id: 'blocked',
    heading: { en: 'Needs another check first', ja: '前提のチェックが未達' },
    cell: ({ blocked }, write) => write.yesNo(blocked),
  },
  {
    id: 'standing',
    heading: { en: 'In the score', ja: 'スコアでの扱い' },
    cell: ({ standing }, write) => write.word(standing, standings),
  },
  {
    id: 'weight',
    heading: { en: 'Weight', ja: '重み' },
    cell: ({ weight }) => weight,
  },
  {
    id: 'reason',
    heading: { en: 'What is so', ja: '内容' },
    cell: ({ id, reason }, write) => write.reason(id, reason),
  },
  {
    id: 'passed',
    heading: { en: 'Places that pass', ja: '合格した箇所' },
    cell: ({ findings }) => findings.filter(({ outcome }) => outcome === 'pass').length,
  },
  {
    id: 'judged',
    heading: { en: 'Places judged', ja: '判定した箇所' },
    cell: ({ findings }) => findings.filter(({ outcome }) => outcome !== 'not-applicable').length,
  },
];

export default defineExport({
  id: 'checks',
  title: { en: 'Checks', ja: 'チェック' },
  permission: 'read',
  input: checksFilterSchema,
  async open(context, { outcome, ids, ...subject }) {
    const { report } = await reportOf(context, subject);
    return {
      source: report.source,
      accounts: [report.account],
      columns,
      items: report.checks.filter(
        (check) => passes(outcome, check.outcome) && passes(ids, check.id),
      ),
    };
  },
});
