import type { Localised } from '../text.ts';

/** What can go wrong with an auditor's report. */
export const reportProblems = {
  'report-period-open': {
    status: 400,
    text: {
      en: 'A period needs its beginning and its end, and no single scan beside them.',
      ja: '期間は開始と終了の両方を指定してください。スキャンと同時には指定できません。',
    },
  },
  'report-period-reversed': {
    status: 400,
    text: {
      en: 'The period ends before it begins. Give an end that is later than the beginning.',
      ja: '期間の終了が開始より前です。開始より後の終了を指定してください。',
    },
  },
  'no-scan-in-period': {
    status: 404,
    text: {
      en: 'No scan of this account was completed from {from} to {to}. Choose another period.',
      ja: '{from} から {to} までに完了したスキャンはありません。別の期間を選んでください。',
    },
  },
  'report-cover-too-long': {
    status: 400,
    text: {
      en: 'The cover’s field “{field}” is longer than {most} characters.',
      ja: '表紙の「{field}」が {most} 文字を超えています。',
    },
  },
  'report-busy': {
    status: 503,
    text: {
      en: 'Other reports are being made now. Try again in a minute.',
      ja: '他のレポートを作成中です。1 分ほど待ってから、もう一度試してください。',
    },
  },
  'report-too-large': {
    status: 503,
    text: {
      en: 'Making this report takes more memory than it may have, so it was stopped. Nothing was saved. JSON and CSV need the least.',
      ja: 'レポートの作成に使えるメモリの上限を超えたため、中止しました。ファイルは保存していません。JSON と CSV が最も少ないメモリで作成できます。',
    },
  },
  'report-timed-out': {
    status: 503,
    text: {
      en: 'The report was not ready after {seconds} seconds, so it was stopped. Nothing was saved. Try again when the machine is less busy.',
      ja: '{seconds} 秒以内にレポートを作成できなかったため、中止しました。ファイルは保存していません。負荷が下がってから、もう一度試してください。',
    },
  },
  'report-failed': {
    status: 500,
    text: {
      en: 'The report could not be made. That is our fault; the log of this install says more.',
      ja: 'レポートを作成できませんでした。Ippo 側の問題です。詳細はこのインストールのログに記録されています。',
    },
  },
  'report-inconsistent': {
    status: 500,
    text: {
      en: 'The stored report of this scan does not add up ({where}: {expected} expected, {found} found), so nothing was made of it. Scan again.',
      ja: '保存されているこのスキャンのレポートは件数が一致しません（{where}：{expected} 件のはずが {found} 件）。そのため何も作成していません。もう一度スキャンしてください。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
