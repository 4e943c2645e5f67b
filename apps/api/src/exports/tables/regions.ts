import { catalogue } from '@ippo/checks';
import {
  blockedWords,
  outcomeWords,
  regionStateWords,
  reportFilterSchema,
  type CheckResult,
  type ScanReport,
} from '@ippo/contracts';
import { defineExport, type ExportColumn } from '../define-export.ts';
import { reportOf } from '../report-of.ts';

type RegionOfReport = ScanReport['regions'][number];

/** The worst there is of a check in a Region stands for it. */
const worstFirst = ['fail', 'unknown', 'manual', 'blocked', 'pass', 'not-applicable'] as const;
const words = { ...outcomeWords, blocked: blockedWords };

const facts: readonly ExportColumn<RegionOfReport>[] = [
  {
    id: 'region',
    heading: { en: 'Region', ja: 'リージョン' },
    cell: ({ name }, write) => write.region(name),
  },
  {
    id: 'state',
    heading: { en: 'State', ja: '状態' },
    cell: ({ state }, write) => write.word(state, regionStateWords),
  },
  {
    id: 'answered',
    heading: { en: 'Readings answered', ja: '応答のあった読み取り' },
    cell: ({ answered }) => answered,
  },
  { id: 'asked', heading: { en: 'Readings', ja: '読み取り' }, cell: ({ total }) => total },
];

export default defineExport({
  id: 'regions',
  title: { en: 'Regions', ja: 'リージョン' },
  permission: 'read',
  input: reportFilterSchema,
  async open(context, subject) {
    const { report } = await reportOf(context, subject);
    const checks = report.checks.filter(({ unit }) => unit === 'region' || unit === 'plan');
    return {
      source: report.source,
      accounts: [report.account],
      columns: [...facts, ...checks.map((check) => columnOf(check))],
      items: report.regions,
    };
  },
});

function columnOf(check: CheckResult): ExportColumn<RegionOfReport> {
  const texts = catalogue.checks.find(({ id }) => id === check.id);
  return {
    id: check.id,
    heading: texts?.short ?? { en: check.id, ja: check.id },
    cell({ name }, write) {
      const there = check.findings.filter(({ region }) => region === name);
      const shown = there.map(({ outcome, reason }) =>
        outcome === 'not-applicable' && reason.code === 'blocked-by' ? 'blocked' : outcome,
      );
      const worst = worstFirst.find((one) => shown.includes(one));
      return worst === undefined ? null : write.word(worst, words);
    },
  };
}
