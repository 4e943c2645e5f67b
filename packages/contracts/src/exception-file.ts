import { z } from 'zod';
import type { SentenceParams } from './text.ts';
import type { Localised } from './text.ts';

/** Bounds of a file of accepted risks. */
export const exceptionFileLimits = { bytes: 262_144, entries: 500 } as const;

/** Everything that a line of such a file can be refused or noted for; the marks are filled from `params`. */
export const exceptionLineCodes = {
  'not-yaml': {
    en: 'This cannot be read as YAML: {why}',
    ja: 'YAML として読み取れません：{why}',
  },
  'yaml-alias': {
    en: 'Anchors, aliases and tags are not taken. Write the value out.',
    ja: 'アンカー・エイリアス・タグは使えません。値をそのまま書いてください。',
  },
  'key-twice': {
    en: 'The same key stands here twice.',
    ja: '同じキーが 2 回書かれています。',
  },
  'file-too-large': {
    en: 'The file is larger than {bytes} bytes.',
    ja: 'ファイルが {bytes} バイトを超えています。',
  },
  'too-many-entries': {
    en: 'There are more than {most} entries. Split the file.',
    ja: '項目が {most} 件を超えています。ファイルを分けてください。',
  },
  'unknown-key': {
    en: 'There is no key “{key}” here.',
    ja: '「{key}」というキーはありません。',
  },
  'key-missing': {
    en: 'The key “{key}” is missing.',
    ja: 'キー「{key}」がありません。',
  },
  'value-wrong': {
    en: '“{key}” has a value that does not fit. Expected: {expected}',
    ja: '「{key}」の値が正しくありません。形式：{expected}',
  },
  'entry-twice': {
    en: 'The same exception stands in line {other} already.',
    ja: '同じ例外が {other} 行目にもあります。',
  },
  'check-unknown': {
    en: 'There is no check “{check}”.',
    ja: 'チェック「{check}」はありません。',
  },
  'account-unknown': {
    en: 'No complete scan of account {account} is kept here for this source.',
    ja: 'このソースのアカウント {account} には、完了したスキャンがありません。',
  },
  'zone-unknown': {
    en: 'There is no time zone “{zone}”. Use a name such as Asia/Tokyo.',
    ja: 'タイムゾーン「{zone}」はありません。Asia/Tokyo のような名前を指定してください。',
  },
  'day-passed': {
    en: 'The last day {day} has passed in {zone}.',
    ja: '最終日 {day} は {zone} ではすでに過ぎています。',
  },
  'too-long': {
    en: 'A risk is accepted for {days} days at most: until {last}.',
    ja: 'リスクを受容できる期間は最長 {days} 日（{last} まで）です。',
  },
  'already-there': {
    en: 'This exception is there already; it is left as it is.',
    ja: 'この例外は登録済みのため、変更しません。',
  },
  'covers-nothing': {
    en: 'Nothing in this scope fails now; it counts once something does.',
    ja: 'この範囲に現在不合格はありません。不合格になった時点で適用されます。',
  },
} as const satisfies Record<string, Localised>;
export type ExceptionLineCode = keyof typeof exceptionLineCodes;

/** What each key of an entry holds, for whoever wrote it otherwise. */
export const exceptionKeyHints: Readonly<Record<string, Localised>> = {
  format: { en: 'ippo-exceptions-1', ja: 'ippo-exceptions-1' },
  source: { en: 'aws, simulated or endpoint', ja: 'aws・simulated・endpoint のいずれか' },
  exceptions: { en: 'a list of entries', ja: '項目のリスト' },
  check: { en: 'the id of a check', ja: 'チェックの ID' },
  account: { en: '12 digits', ja: '12 桁の数字' },
  regions: {
    en: '“all”, or a list of Region codes and “global”',
    ja: 'all、またはリージョンコードや global のリスト',
  },
  resource: {
    en: '“all”, or the exact ARN or id, up to 2,048 characters',
    ja: 'all、または正確な ARN か ID（2,048 文字以内）',
  },
  reason: { en: '10 to 2,000 characters', ja: '10〜2,000 文字' },
  owner: { en: 'the name of a person, up to 100 characters', ja: '担当者の名前（100 文字以内）' },
  lastDay: { en: 'a day such as 2026-11-22', ja: '2026-11-22 のような日付' },
  zone: { en: 'a time zone such as Asia/Tokyo', ja: 'Asia/Tokyo のようなタイムゾーン' },
};

/** What is to be said about one line of a file. */
export const exceptionLineSchema = z.object({
  /** From 1. */
  line: z.number().int(),
  code: z.enum(Object.keys(exceptionLineCodes) as [ExceptionLineCode, ...ExceptionLineCode[]]),
  params: z.record(z.string(), z.string()),
});
export type ExceptionLine = z.infer<typeof exceptionLineSchema>;

/** What a file of accepted risks comes to; with an error nothing of it is taken in. */
export const exceptionImportSchema = z.object({
  entries: z.number().int(),
  /** Exceptions that were made, or would be. */
  made: z.number().int(),
  /** Of those made, how many wait for a second person. */
  waiting: z.number().int(),
  errors: z.array(exceptionLineSchema),
  notes: z.array(exceptionLineSchema),
});
export type ExceptionImport = z.infer<typeof exceptionImportSchema>;

/** The sentence of a line in a reader's language. */
export function exceptionLineSentence(
  { code, params }: Pick<ExceptionLine, 'code' | 'params'>,
  language: 'en' | 'ja',
): string {
  const marks: SentenceParams = {
    ...params,
    expected: exceptionKeyHints[params.key ?? '']?.[language] ?? '',
  };
  return exceptionLineCodes[code][language].replace(/\{(\w+)\}/g, (mark, name: string) =>
    String(marks[name] ?? mark),
  );
}
