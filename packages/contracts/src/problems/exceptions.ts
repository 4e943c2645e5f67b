import type { Localised } from '../text.ts';

/** What can go wrong with accepted risks. */
export const exceptionProblems = {
  'unknown-check': {
    status: 400,
    text: {
      en: 'There is no check “{check}”. Its id stands in the check catalogue.',
      ja: 'チェック「{check}」はありません。ID はチェック一覧で確認できます。',
    },
  },
  'account-not-read': {
    status: 400,
    text: {
      en: 'No complete scan of account {account} is kept here, so there is nothing to accept in it.',
      ja: 'アカウント {account} の完了したスキャンがないため、受容できる項目がありません。',
    },
  },
  'exception-covers-nothing': {
    status: 400,
    text: {
      en: 'Nothing in this scope fails. Only a fail can be accepted: what could not be read stays unknown.',
      ja: 'この範囲に不合格はありません。受容できるのは不合格だけで、読み取れなかったものは不明のままです。',
    },
  },
  'exception-covers-other': {
    status: 409,
    text: {
      en: 'Meanwhile this covers {now} fails, not {told}. Nothing was accepted. Look at it again.',
      ja: '対象の不合格が {told} 件から {now} 件に変わりました。まだ何も受容していません。もう一度確認してください。',
    },
  },
  'selection-changed': {
    status: 409,
    text: {
      en: 'It still covers {now} fails, but no longer the same ones. Nothing was accepted. Look at it again.',
      ja: '対象は {now} 件のままですが、内訳が変わりました。まだ何も受容していません。もう一度確認してください。',
    },
  },
  'selection-too-large': {
    status: 400,
    text: {
      en: 'This would become {now} exceptions, one for each check and resource. At most {most} are made at a time: narrow the filter, or accept a whole check on the page of one of its findings.',
      ja: '例外が {now} 件になります（チェックとリソースの組み合わせごとに 1 件）。一度に作れるのは {most} 件までです。条件を絞り込むか、検出事項のページでチェック全体を受容してください。',
    },
  },
  'exception-day-passed': {
    status: 400,
    text: {
      en: 'The last day {day} has passed in {zone}. Choose today or a later day.',
      ja: '最終日 {day} は {zone} ではすでに過ぎています。今日以降の日付を指定してください。',
    },
  },
  'exception-too-long': {
    status: 400,
    text: {
      en: 'A risk is accepted for {days} days at most: until {last}.',
      ja: 'リスクを受容できる期間は最長 {days} 日（{last} まで）です。',
    },
  },
  'exception-own-approval': {
    status: 403,
    text: {
      en: 'You asked for this yourself. Another owner or operator has to approve it.',
      ja: '自分の申請は承認できません。別の所有者または運用者が承認してください。',
    },
  },
  'exception-not-waiting': {
    status: 409,
    text: {
      en: 'This exception does not wait for approval any more. Reload the page.',
      ja: 'この例外は承認待ちではなくなりました。画面を再読み込みしてください。',
    },
  },
  'exception-ended': {
    status: 409,
    text: {
      en: 'This exception has ended already. Reload the page.',
      ja: 'この例外はすでに終了しています。画面を再読み込みしてください。',
    },
  },
  'too-many-exceptions': {
    status: 409,
    text: {
      en: 'An account can have {most} exceptions that hold or wait. End some, or accept a wider scope.',
      ja: '1 つのアカウントで有効または承認待ちにできる例外は {most} 件までです。不要なものを終了するか、範囲をまとめてください。',
    },
  },
  'exception-file-wrong': {
    status: 400,
    text: {
      en: 'The file was not taken in: {count} of its entries cannot be understood. Nothing was changed.',
      ja: 'ファイルを取り込めませんでした。{count} 件に問題があります。変更は保存されていません。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
