import { severityWords, type CheckResult, type Localised, type Severity } from '@ippo/contracts';
import type { Cell, Column, ReportDocument } from './document.ts';
import { failedShare } from './judged-share.ts';
import { lonelyMarkWord, markOfCheck, worstFirst } from './mark-words.ts';
import type { Writing } from './writing.ts';

const shownWorst = 6;
const serious: readonly Severity[] = ['critical', 'high'];

/** Critical and high checks that fail, the worst first. */
export function worstOf(writing: Writing): Pick<ReportDocument['summary'], 'worst' | 'worstNote'> {
  const { say, language, count } = writing;
  const failed = seriousOf(writing).filter(hasFail);
  if (failed.length === 0) return { worst: null, worstNote: say(noneOf(writing)) };
  const more = failed.slice(shownWorst);
  const left = more.map(({ id }) => id).join(language === 'ja' ? '、' : ', ');
  return {
    worst: {
      kind: 'table',
      caption: say({
        en: 'Critical and high findings that fail',
        ja: '重大・高で不合格の検出事項',
      }),
      columns: columnsOf(writing),
      rows: failed.slice(0, shownWorst).map((check) => rowOf(check, writing)),
    },
    worstNote:
      more.length === 0
        ? ''
        : language === 'ja'
          ? `ほか ${count(more.length)} 件（${left}）は「検出事項」の章に記載しています。`
          : `${count(more.length)} more (${left}) are in the chapter “Findings”.`,
  };
}

/** Of what nobody could judge, that nothing fails is no good news. */
function noneOf({ assessment }: Writing): Localised {
  return assessment.coverage.checks.judged === 0
    ? {
        en: 'No check could be judged, so nothing is known of critical and high findings.',
        ja: '評価できたチェックがないため、重大・高の検出事項の有無は分かりません。',
      }
    : {
        en: 'No critical or high finding failed among what could be read.',
        ja: '読み取れた範囲に、重大または高の不合格はありません。',
      };
}

/** How many checks are not met only because another one is not, the critical and high ones by name. Null where none. */
export function blockedSentence(writing: Writing): string | null {
  const { assessment, language, count, list, sentences } = writing;
  const ja = language === 'ja';
  const blocked = assessment.checks.filter((check) => markOfCheck(check) === 'blocked');
  if (blocked.length === 0) return null;
  const named = seriousOf(writing)
    .filter((check) => blocked.includes(check))
    .map(({ id }) => (ja ? `「${sentences.title(id)}」` : `“${sentences.title(id)}”`));
  const all = count(blocked.length);
  if (ja) {
    const which = named.length === 0 ? '' : `うち重大・高：${named.join('')}。`;
    return `ほかに ${all} 件は、前提のチェックが満たされていないため未達です。${which}`;
  }
  const which = named.length === 0 ? '' : `; critical or high among them: ${list(named)}`;
  const are =
    blocked.length === 1
      ? 'is not met, as a check that it needs'
      : 'are not met, as a check that each needs';
  return `${all} more ${are} is not met${which}.`;
}

/** Critical and high checks that could not be judged, by name: they must not be taken for fine. Null where none. */
export function unjudgedSentence(writing: Writing): string | null {
  const { language, count, list, sentences } = writing;
  const ja = language === 'ja';
  const parts = serious.flatMap((severity) =>
    (['unknown', 'manual'] as const).flatMap((mark) => {
      const found = seriousOf(writing).filter(
        (check) => check.severity === severity && markOfCheck(check) === mark && !hasFail(check),
      );
      if (found.length === 0) return [];
      const names = found.map(({ id }) => (ja ? sentences.title(id) : `“${sentences.title(id)}”`));
      const words = [severityWords[severity][language], lonelyMarkWord(mark)[language]] as const;
      return ja
        ? [
            `${words[0]}・${words[1]} ${count(found.length)} 件：${names.map((name) => `「${name}」`).join('')}`,
          ]
        : [`${words[0]}, ${words[1].toLowerCase()} (${count(found.length)}): ${list(names)}`];
    }),
  );
  if (parts.length === 0) return null;
  return ja
    ? `重大・高のうち、次のチェックは判断できておらず、問題がないとはいえません。${parts.join('。')}。`
    : `These critical and high checks could not be judged, so nothing says that they are fine. ${parts.join('. ')}.`;
}

function seriousOf({ assessment }: Writing): CheckResult[] {
  return assessment.checks
    .filter(({ severity }) => serious.includes(severity))
    .toSorted((one, other) => worstFirst(one.severity, other.severity));
}

function hasFail({ findings }: CheckResult): boolean {
  return findings.some(({ outcome }) => outcome === 'fail');
}

function columnsOf({ say }: Writing): Column[] {
  return [
    { heading: say({ en: 'Severity', ja: '重要度' }), share: 11 },
    { heading: say({ en: 'Check', ja: 'チェック' }), share: 35 },
    { heading: say({ en: 'What was found', ja: '検出した内容' }), share: 34 },
    { heading: say({ en: 'Failed', ja: '不合格' }), share: 22 },
  ];
}

function rowOf(check: CheckResult, writing: Writing): Cell[] {
  const { sentences, language } = writing;
  const fail = check.findings.find(({ outcome }) => outcome === 'fail');
  const reason = check.outcome === 'fail' ? check.reason : (fail?.reason ?? check.reason);
  return [
    { text: severityWords[check.severity][language], severity: check.severity },
    `${sentences.title(check.id)}\n${check.id}`,
    sentences.reason(check.id, reason),
    failedShare(check.findings, writing),
  ];
}
