import { completenessTotal, outcomesOf } from '../assessment/completeness.ts';
import { lonelyMarkWord, markOfCheck, marksByNeed } from './mark-words.ts';
import type { Writing } from './writing.ts';

/** How figures that count different things belong together: a sentence for each pair that a reader may compare. */
export function bridges(writing: Writing): string[] {
  if (writing.assessment.checks.length === 0) return [];
  const { judged, total } = writing.assessment.coverage.checks;
  const checks = writing.say({
    en: `Checks assessed, ${judged} of ${total}: ${checksBridge(writing)}.`,
    ja: `評価できたチェック ${judged} / ${total}：${checksBridge(writing)}。`,
  });
  const affected = affectedBridge(writing);
  return [
    ...[checks, unitsBridge(writing)],
    ...(affected === null ? [] : [affected]),
    readingsBridge(writing),
  ];
}

/** `25 = 26 checks − 1 that a person answers`; what does not apply is left out, too. */
export function checksBridge({ assessment, language, count }: Writing): string {
  const { coverage, checks } = assessment;
  const manual = checks.filter(({ outcome }) => outcome === 'manual').length;
  const outside = checks.length - coverage.checks.total - manual;
  const ja = language === 'ja';
  const parts = [
    ja ? `全 ${count(checks.length)} チェック` : `${count(checks.length)} checks`,
    ...(manual > 0
      ? [ja ? `回答待ち ${count(manual)}` : `${count(manual)} for a person to answer`]
      : []),
    ...(outside > 0
      ? [ja ? `該当なし ${count(outside)}` : `${count(outside)} not applicable`]
      : []),
  ];
  return `${count(coverage.checks.total)} ${ja ? '＝' : '='} ${parts.join(' − ')}`;
}

function unitsBridge({ assessment, language, count }: Writing): string {
  const total = completenessTotal(assessment.completeness);
  const { judged, total: units } = assessment.coverage.units;
  const all = outcomesOf(total);
  const outside = total.notApplicable - total.blocked;
  return language === 'ja'
    ? `評価できた単位 ${count(judged)} / ${count(units)}：検出事項 ${count(all)} − 該当なし ${count(outside)} − 回答待ち ${count(total.manual)} ＝ ${count(units)}。うち ${count(judged)} は、合格 ${count(total.pass)} ＋ 不合格 ${count(total.fail)} ＋ 前提不備により未達 ${count(total.blocked)}。`
    : `Units judged, ${count(judged)} of ${count(units)}: ${count(all)} findings − ${count(outside)} not applicable − ${count(total.manual)} for a person to answer = ${count(units)}; of these, ${count(total.pass)} pass + ${count(total.fail)} fail + ${count(total.blocked)} blocked = ${count(judged)}.`;
}

/** Null where everything was read and judged: there is nothing to bridge. */
function affectedBridge({ assessment, language, count, list }: Writing): string | null {
  const affected = new Set(assessment.unreadable.flatMap(({ checks }) => checks));
  const results = assessment.checks.filter(({ id }) => affected.has(id));
  const unknown = assessment.checks.filter(({ outcome }) => outcome === 'unknown');
  if (unknown.length === 0 && results.length === 0) return null;
  const hit = unknown.filter(({ id }) => affected.has(id)).length;
  const ja = language === 'ja';
  const rest = marksByNeed
    .filter((mark) => mark !== 'unknown')
    .map((mark) => ({ mark, n: results.filter((one) => markOfCheck(one) === mark).length }))
    .filter(({ n }) => n > 0)
    .map(({ mark, n }) => `${lonelyMarkWord(mark)[language]} ${count(n)}`);
  const others = unknown.length - hit;
  const told =
    rest.length === 0
      ? ''
      : ja
        ? `残りの結果は、${rest.join('、')} です。`
        : ` The others: ${list(rest).toLowerCase()}.`;
  const more =
    others === 0
      ? ''
      : ja
        ? `ほかに ${count(others)} 件は、別の理由で判断できませんでした。`
        : ` ${count(others)} more could not be judged for other reasons.`;
  return ja
    ? `判断できなかったチェック ${count(unknown.length)} 件と、読み取れなかったものが影響するチェック ${count(results.length)} 件：後者のうち ${count(hit)} 件が判断できませんでした。${told}${more}`
    : `Checks that could not be judged (${count(unknown.length)}) and checks that needed what could not be read (${count(results.length)}): ${count(hit)} of the latter could not be judged.${told}${more}`;
}

function readingsBridge({ assessment, language, count }: Writing): string {
  const { answered, total } = assessment.coverage.readings;
  const { calls, answered: ok } = assessment.readings;
  return language === 'ja'
    ? `読み取り ${count(answered)} / ${count(total)} と呼び出し ${count(ok)} / ${count(calls)}：読み取りは情報の種類と場所（リージョンなど）の組で数えます。1 つの読み取りに複数回の呼び出し（ページ送り、レポートの作成開始など）が要る場合や、呼び出さずに終わる場合があるため、回数は一致しません。`
    : `Readings (${count(answered)} of ${count(total)} answered) and calls (${count(ok)} of ${count(calls)}): a reading is a kind of fact in one place, such as a Region. One may take several calls (further pages, starting a report) or none at all, so the two counts differ.`;
}
