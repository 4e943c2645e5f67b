import { severities, type DriftFinding } from '@ippo/contracts';
import { z } from 'zod';
import { compareScans } from '../../scan/compare-scans.ts';
import { defineExport, type ExportColumn } from '../define-export.ts';
import { checkColumns, placeColumns } from '../shared-columns.ts';

type Side = NonNullable<DriftFinding['after']>;

const columns: readonly ExportColumn<DriftFinding>[] = [
  {
    id: 'change',
    heading: { en: 'What became of it', ja: '変化' },
    cell: ({ change }, write) => write.change(change),
  },
  {
    id: 'severity',
    heading: { en: 'Severity', ja: '重要度' },
    cell: (finding, write) => write.severity(sideOf(finding).severity),
  },
  ...checkColumns,
  ...placeColumns,
  {
    id: 'before',
    heading: { en: 'Before', ja: '変更前' },
    cell: ({ before }, write) => before && write.outcome(before.outcome, before.blocked),
  },
  {
    id: 'after',
    heading: { en: 'After', ja: '変更後' },
    cell: ({ after }, write) => after && write.outcome(after.outcome, after.blocked),
  },
  {
    id: 'beforeReason',
    heading: { en: 'What was so', ja: '変更前の内容' },
    cell: ({ check, before }, write) => before && write.reason(check, before.reason),
  },
  {
    id: 'afterReason',
    heading: { en: 'What is so', ja: '変更後の内容' },
    cell: ({ check, after }, write) => after && write.reason(check, after.reason),
  },
  {
    id: 'fingerprint',
    heading: { en: 'Fingerprint', ja: 'フィンガープリント' },
    cell: ({ fingerprint }) => fingerprint,
  },
];

/** Findings that differ between two scans, worst first. */
export default defineExport({
  id: 'changes',
  title: { en: 'Changes between two scans', ja: '2 つのスキャンの間の変更' },
  permission: 'read',
  input: z.object({ from: z.string().max(100), to: z.string().max(100) }),
  async open({ services, scope }, ids) {
    const { to, drift } = await compareScans(services, scope, ids);
    const rank = (finding: DriftFinding) => severities.indexOf(sideOf(finding).severity);
    return {
      source: to.report.source,
      accounts: [to.report.account],
      columns,
      items: drift.findings.toSorted((a, b) => rank(a) - rank(b)),
    };
  },
});

function sideOf({ before, after, fingerprint }: DriftFinding): Side {
  const side = after ?? before;
  if (!side) throw new Error(`the finding ${fingerprint} is at neither end`);
  return side;
}
