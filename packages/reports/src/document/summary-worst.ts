import { outcomeWords, severityWords, type CheckResult } from '@ippo/contracts';
import type { Cell, Column, ReportDocument } from './document.ts';
import { failedShare } from './judged-share.ts';
import { worstFirst } from './mark-words.ts';
import type { Writing } from './writing.ts';

const shownWorst = 8;

/** Critical and high checks that fail, then those that could not be judged: neither may be taken for fine. */
export function worstOf(writing: Writing): Pick<ReportDocument['summary'], 'worst' | 'worstNote'> {
  const { assessment, say, language, count } = writing;
  const serious = assessment.checks
    .filter(({ severity }) => severity === 'critical' || severity === 'high')
    .toSorted((one, other) => worstFirst(one.severity, other.severity));
  const failed = serious.filter(({ findings }) =>
    findings.some(({ outcome }) => outcome === 'fail'),
  );
  const unjudged = serious.filter(
    (check) =>
      !failed.includes(check) && (check.outcome === 'unknown' || check.outcome === 'manual'),
  );
  const all = [...failed, ...unjudged];
  const none = say({
    en: 'No critical or high finding failed among what could be read.',
    ja: '読み取れた範囲に、重大または高の不合格はありません。',
  });
  if (all.length === 0) return { worst: null, worstNote: none };
  const more = all.slice(shownWorst);
  const left = more.map(({ id }) => id).join(language === 'ja' ? '、' : ', ');
  const notes = [
    ...(failed.length === 0 ? [none] : []),
    ...(more.length === 0
      ? []
      : [
          language === 'ja'
            ? `ほか ${count(more.length)} 件（${left}）は「検出事項」の章に記載しています。`
            : `${count(more.length)} more (${left}) are in the chapter “Findings”.`,
        ]),
  ];
  return {
    worst: {
      kind: 'table',
      caption: say({
        en: 'Critical and high checks that fail or could not be judged',
        ja: '重大・高のチェックのうち、不合格または判断できなかったもの',
      }),
      columns: columnsOf(writing),
      rows: all.slice(0, shownWorst).map((check) => rowOf(check, writing)),
    },
    worstNote: notes.join(language === 'ja' ? '' : ' '),
  };
}

function columnsOf({ say }: Writing): Column[] {
  return [
    { heading: say({ en: 'Severity', ja: '重要度' }), share: 11 },
    { heading: say({ en: 'Outcome', ja: '結果' }), share: 13 },
    { heading: say({ en: 'Check', ja: 'チェック' }), share: 30 },
    { heading: say({ en: 'What was found', ja: '検出した内容' }), share: 32 },
    { heading: say({ en: 'Failed', ja: '不合格' }), share: 20 },
  ];
}

function rowOf(check: CheckResult, writing: Writing): Cell[] {
  const { sentences, language } = writing;
  const fail = check.findings.find(({ outcome }) => outcome === 'fail');
  const outcome = fail === undefined ? check.outcome : 'fail';
  const reason = check.outcome === 'fail' ? check.reason : (fail?.reason ?? check.reason);
  return [
    { text: severityWords[check.severity][language], severity: check.severity },
    { text: outcomeWords[outcome][language], mark: outcome },
    `${sentences.title(check.id)}\n${check.id}`,
    sentences.reason(check.id, reason),
    failedShare(check.findings, writing),
  ];
}
