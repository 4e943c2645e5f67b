import {
  dashed,
  severityWords,
  type Assessment,
  type CheckResult,
  type EvidenceRef,
  type Finding,
} from '@ippo/contracts';
import { callRanges } from '../document/numbered-calls.ts';
import {
  blockerOf,
  lonelyMarkWord,
  markOf,
  marksByNeed,
  worstFirst,
} from '../document/mark-words.ts';
import { evidenceOf } from '../document/evidence-of.ts';
import { unitWords } from '../document/words.ts';
import type { Writing } from '../document/writing.ts';
import { field, instantFields, sheetOf, type Sheet, type SheetField } from './sheet.ts';

/** A finding with its check. */
export type CheckedFinding = { check: CheckResult; finding: Finding };

/** What a row needs to be told apart and filled in on paper. */
const printed = [
  ...['outcome', 'severity', 'check', 'title', 'reason', 'region', 'resource', 'facet'],
  ...['evidence', 'acceptedUntil', 'auditorConclusion', 'workPaper', 'auditorComment'],
];

/** Every finding, passes too: what the check, where, why, what it rests on, and whose risk it is. */
export function findingsSheet(writing: Writing): Sheet {
  const { say, calls } = writing;
  return sheetOf(
    { id: 'findings', title: say({ en: 'Findings', ja: '検出事項' }), fixed: 3, printed },
    findingsOf(writing.assessment).toSorted(byNeed),
    [
      ...findingFields(writing),
      field(
        'evidence',
        say({ en: 'Evidence (sheet “Calls”)', ja: '証拠（「呼び出し」シート）' }),
        12,
        (one) => callRanges(calls.numbersOf(evidenceOf(one.finding, writing.assessment))),
      ),
      ...closingFields(writing),
      ...auditorFields(writing),
    ],
  );
}

/** Left empty: what the auditor concludes, where it is filed, what is to be said. */
function auditorFields({ say }: Writing): SheetField<CheckedFinding>[] {
  const empty = () => null;
  return [
    field('auditorConclusion', say({ en: 'Auditor’s conclusion', ja: '監査人の判断' }), 11, empty),
    field('workPaper', say({ en: 'Work-paper reference', ja: '調書番号' }), 9, empty),
    field('auditorComment', say({ en: 'Auditor’s comment', ja: '監査人のコメント' }), 14, empty),
  ];
}

/** Fails first and the worst of them first; within those, in the order of the checks. */
function byNeed(one: CheckedFinding, other: CheckedFinding): number {
  const rank = ({ finding }: CheckedFinding) => marksByNeed.indexOf(markOf(finding));
  const severity = ({ check, finding }: CheckedFinding) => finding.severity ?? check.severity;
  return rank(one) - rank(other) || worstFirst(severity(one), severity(other));
}

/** Every finding, in the order of the checks. */
export function findingsOf({ checks }: Assessment): CheckedFinding[] {
  return checks.flatMap((check) => check.findings.map((finding) => ({ check, finding })));
}

/** What a finding says. */
export function findingFields(writing: Writing): SheetField<CheckedFinding>[] {
  const { say, language, sentences, assessment } = writing;
  const account = dashed(assessment.account);
  return [
    field('outcome', say({ en: 'Outcome', ja: '結果' }), 11, ({ finding }) =>
      say(lonelyMarkWord(markOf(finding))),
    ),
    field(
      'severity',
      say({ en: 'Severity', ja: '重要度' }),
      9,
      ({ check, finding }) => severityWords[finding.severity ?? check.severity][language],
    ),
    field('check', say({ en: 'Check id', ja: 'チェック ID' }), 14, ({ check }) => check.id),
    field('title', say({ en: 'Check', ja: 'チェック' }), 22, ({ check }) =>
      sentences.title(check.id),
    ),
    field('reason', say({ en: 'What is so', ja: '内容' }), 36, ({ check, finding }) =>
      sentences.reason(check.id, finding.reason),
    ),
    field('region', say({ en: 'Region', ja: 'リージョン' }), 14, ({ finding }) =>
      sentences.region(finding.region ?? 'global'),
    ),
    field(
      'resource',
      say({ en: 'Resource', ja: 'リソース' }),
      24,
      ({ finding }) => finding.resource ?? null,
    ),
    field('facet', say({ en: 'Part', ja: '区分' }), 12, ({ finding }) => finding.facet ?? null),
    field(
      'reasonCode',
      say({ en: 'Reason code', ja: '理由コード' }),
      22,
      ({ finding }) => finding.reason.code,
    ),
    field(
      'blocked',
      say({ en: 'Check that it needs, not met', ja: '前提となる未達のチェック' }),
      18,
      ({ finding }) => blockerOf(finding),
    ),
    field('unit', say({ en: 'Unit', ja: '単位' }), 12, ({ finding }) =>
      say(unitWords[finding.unit]),
    ),
    field('account', say({ en: 'Account', ja: 'アカウント' }), 16, () => account),
  ];
}

/** When a finding was read, whether its risk was accepted, and what tells it apart. */
export function closingFields(writing: Writing): SheetField<CheckedFinding>[] {
  const { say, assessment } = writing;
  const risks = new Map(
    assessment.exceptions
      .filter(({ state }) => state === 'active')
      .flatMap((exception) => exception.fingerprints.map((print) => [print, exception] as const)),
  );
  const risk = ({ finding }: CheckedFinding) => risks.get(finding.fingerprint);
  return [
    ...instantFields<CheckedFinding>(
      'readAt',
      say({ en: 'Read', ja: '読み取り' }),
      ({ finding }) => lastOf(evidenceOf(finding, assessment)),
      writing,
    ),
    field(
      'acceptedBy',
      say({ en: 'Risk accepted by', ja: 'リスクの受容者' }),
      18,
      (one) => risk(one)?.owner ?? null,
    ),
    field(
      'acceptedUntil',
      say({ en: 'Accepted to the end of', ja: '受容の最終日' }),
      11,
      (one) => risk(one)?.lastDay ?? null,
    ),
    field(
      'exception',
      say({ en: 'Accepted risk', ja: '受容の記録' }),
      14,
      (one) => risk(one)?.id ?? null,
    ),
    field(
      'fingerprint',
      say({ en: 'Fingerprint', ja: 'フィンガープリント' }),
      68,
      ({ finding }) => finding.fingerprint,
    ),
  ];
}

function lastOf(evidence: readonly EvidenceRef[]): string | null {
  return evidence.reduce<string | null>(
    (last, { at }) => (last === null || Date.parse(at) > Date.parse(last) ? at : last),
    null,
  );
}
