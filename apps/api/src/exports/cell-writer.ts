import { catalogue } from '@ippo/checks';
import {
  blockedWords,
  changeWords,
  dashed,
  outcomeWords,
  sentenceWriter,
  severityWords,
  type Change,
  type Language,
  type Localised,
  type Outcome,
  type Reason,
  type Severity,
  type Source,
} from '@ippo/contracts';
import type { Cell } from '@ippo/reports';

/** Writes what stands in many tables the same way: a code for programs, words for people. */
export type CellWriter = {
  language: Language;
  /** In words, a blocked one is not met; its code stays `not-applicable`. */
  outcome(outcome: Outcome, blocked: boolean): Cell;
  severity(severity: Severity): Cell;
  change(change: Change): Cell;
  /** Twelve digits; with hyphens for people, else a spreadsheet makes a rounded number of them. */
  account(account: string | null): Cell;
  region(region: string | undefined): Cell;
  title(check: string): string;
  reason(check: string, reason: Reason): string;
  source(source: Source | null): Cell;
  yesNo(is: boolean): Cell;
  /** A code of a list of words; the code alone where the list does not have it. */
  word(code: string, words: Readonly<Record<string, Localised>>): Cell;
};

const yes = { en: 'Yes', ja: 'はい' } as const;
const no = { en: 'No', ja: 'いいえ' } as const;

/** A writer in a language; instants inside sentences are in UTC, as all of an export. */
export function cellWriter(language: Language): CellWriter {
  const sentences = sentenceWriter(catalogue, language, 'UTC');
  function word(code: string, words: Readonly<Record<string, Localised>>): Cell {
    return { code, text: words[code]?.[language] ?? code };
  }
  return {
    ...{ language, word },
    outcome: (outcome, blocked) =>
      blocked && outcome === 'not-applicable'
        ? { code: outcome, text: blockedWords[language] }
        : word(outcome, outcomeWords),
    severity: (severity) => word(severity, severityWords),
    change: (change) => word(change, changeWords),
    account: (account) => account && { code: account, text: dashed(account) },
    region: (region) => (region ? { code: region, text: sentences.region(region) } : null),
    title: sentences.title,
    reason: sentences.reason,
    yesNo: (is) => (is ? { code: 'yes', text: yes[language] } : { code: 'no', text: no[language] }),
    source: (source) => source && { code: source.kind, text: sourceText(source, language) },
  };
}

/** Where data came from: AWS, or what stands in for it. */
function sourceText(source: Source, language: Language): string {
  return noticeOf(source, language) ?? 'AWS';
}

/** What a reader must know of data that is not an AWS account's; null where it is. */
export function noticeOf(source: Source | null, language: Language): string | null {
  const ja = language === 'ja';
  if (source === null || source.kind === 'aws') return null;
  if (source.kind === 'endpoint')
    return ja
      ? `AWS ではなく ${source.url ?? ''} の応答です。`
      : `Answers come from ${source.url ?? ''}, not from AWS.`;
  return ja
    ? 'デモデータです。このアカウントは架空のものです。'
    : 'Demo data. This account is made up.';
}
