import { asOfSentence, basisDateOf } from '../document/as-of.ts';
import { accountOf, organizationOf } from '../document/organization.ts';
import type { Writing } from '../document/writing.ts';
import { noticeOf } from '../document/notice.ts';

/** A group, what is told, and what is so. */
export type SummaryFact = [group: string, fact: string, value: string];

/** Whose account, which scan, which period. */
export function scopeFacts(writing: Writing): SummaryFact[] {
  const { assessment, say, instants, language } = writing;
  const group = say({ en: 'Scope', ja: '対象' });
  const { scan, period } = assessment;
  const unnamed = say({ en: 'none recorded', ja: '記録なし' });
  return [
    [group, say({ en: 'Findings are as of', ja: '検出事項の時点' }), asOfSentence(writing)],
    [group, say({ en: 'Account', ja: 'アカウント' }), accountOf(writing)],
    [group, say({ en: 'Organization', ja: '組織' }), organizationOf(writing) ?? unnamed],
    [group, say({ en: 'Partition', ja: 'パーティション' }), assessment.partition],
    [
      group,
      say({ en: 'Source of the data', ja: 'データの出所' }),
      noticeOf(assessment.source, language) ?? 'AWS',
    ],
    [group, say({ en: 'Assessed scan', ja: '対象のスキャン' }), `#${scan.number} (${scan.id})`],
    [group, say({ en: 'Judged as of', ja: '評価時点' }), instants.both(assessment.judgedAt)],
    [
      group,
      say({ en: 'Period of the scans', ja: 'スキャンの期間' }),
      period === null
        ? say({ en: 'this scan alone', ja: 'このスキャンのみ' })
        : `${instants.both(period.from)} – ${instants.both(period.to)}`,
    ],
  ];
}

/** What the auditor wrote on the cover; what is left empty is a line to fill in. */
export function coverFacts(writing: Writing): SummaryFact[] {
  const { assessment, say } = writing;
  const group = say({ en: 'Cover', ja: '表紙' });
  const { period, preparedBy, approvedBy, controlId } = assessment.cover;
  const empty = say({ en: '(to be filled in)', ja: '（記入欄）' });
  return [
    [group, say({ en: 'Period under audit', ja: '対象期間' }), period || empty],
    [group, say({ en: 'Assessed as of', ja: '評価基準日' }), basisDateOf(writing)],
    [group, say({ en: 'Prepared by', ja: '作成者' }), preparedBy || empty],
    [group, say({ en: 'Approved by', ja: '承認者' }), approvedBy || empty],
    [group, say({ en: 'Control number', ja: '統制番号' }), controlId || empty],
  ];
}
