import { dashed, type Assessment } from '@ippo/contracts';
import type { ReportContext } from '../define-report-format.ts';
import { aboutChapter } from './chapters/about.ts';
import { completenessChapter } from './chapters/completeness.ts';
import { evidenceChapter } from './chapters/evidence.ts';
import { findingsChapter } from './chapters/findings.ts';
import { firstStepsChapter } from './chapters/first-steps.ts';
import { attestationsChapter, exceptionsChapter } from './chapters/people.ts';
import { populationsChapter } from './chapters/populations.ts';
import { auditTrailChapter, scansChapter, thresholdsChapter } from './chapters/records.ts';
import { regionsChapter } from './chapters/regions.ts';
import { unreadableChapter } from './chapters/unreadable.ts';
import type { Chapter, ReportDocument } from './document.ts';
import { noticeOf } from './notice.ts';
import { asOfSentence, basisDateOf } from './as-of.ts';
import { coverFacts } from './summary-facts.ts';
import { summaryOf } from './summary.ts';
import { documentWords } from './document-words.ts';
import { writingOf, type Writing } from './writing.ts';

const chapters: readonly ((writing: Writing) => Omit<Chapter, 'number'>)[] = [
  ...[firstStepsChapter, findingsChapter, completenessChapter, regionsChapter, unreadableChapter],
  ...[populationsChapter, exceptionsChapter, attestationsChapter, thresholdsChapter],
  ...[scansChapter, auditTrailChapter, aboutChapter, evidenceChapter],
];

/** The auditor's report in the context's language: the same chapters for every page-like format. */
export function documentOf(assessment: Assessment, context: ReportContext): ReportDocument {
  const writing = writingOf(assessment, context);
  return {
    ...headOf(writing),
    chapters: chapters.map((chapter, index) => ({
      number: String(index + 1),
      ...chapter(writing),
    })),
  };
}

/** The document without its chapters: what its first pages need. */
export function openingOf(assessment: Assessment, context: ReportContext): ReportDocument {
  return { ...headOf(writingOf(assessment, context)), chapters: [] };
}

function headOf(writing: Writing): Omit<ReportDocument, 'chapters'> {
  const { assessment, say, language, instants } = writing;
  const { accountName, account, scan, cover, made } = assessment;
  const day =
    scan.finishedAt === null
      ? ''
      : `${instants.local(scan.finishedAt).slice(0, 10)} (${instants.zoneName})`;
  return {
    language,
    title: say({ en: 'Security posture assessment report', ja: 'セキュリティ態勢評価報告書' }),
    subtitle: say({
      en: 'The first steps of AWS security, as AWS’s own answers show them',
      ja: 'AWS セキュリティのはじめの一歩：AWS の応答に基づく評価',
    }),
    account: [shortened(accountName ?? ''), dashed(account), day]
      .filter((part) => part !== '')
      .join(' · '),
    notice: noticeOf(assessment.source, language),
    madeAt: made.at,
    // Who answers for it, where the cover names them.
    author: assessment.cover.preparedBy || made.by,
    foot: `Ippo ${made.version} · ${say({ en: 'evidence', ja: '証拠' })} ${assessment.evidenceDigest.slice(0, 16)}…`,
    cover: {
      facts: coverFacts(writing),
      note: asOfSentence(writing),
      fields: [
        { label: say({ en: 'Period under audit', ja: '対象期間' }), value: cover.period },
        { label: say({ en: 'Assessed as of', ja: '評価基準日' }), value: basisDateOf(writing) },
        { label: say({ en: 'Prepared by', ja: '作成者' }), value: cover.preparedBy },
        { label: say({ en: 'Approved by', ja: '承認者' }), value: cover.approvedBy },
        { label: say({ en: 'Control number', ja: '統制番号' }), value: cover.controlId },
      ],
    },
    summary: summaryOf(writing),
    contents: say({ en: 'Contents', ja: '目次' }),
    words: documentWords(language),
  };
}

/** A head has one line; the whole name is on the cover. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= 40 ? name : `${letters.slice(0, 39).join('')}…`;
}
