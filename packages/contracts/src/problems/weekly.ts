import type { Localised } from '../text.ts';

/** What can go wrong with the review of a week. */
export const weeklyProblems = {
  'week-reviewed': {
    status: 409,
    text: {
      en: 'Somebody reviewed this week already. Reload the page to see who.',
      ja: 'この週はすでに確認済みです。画面を再読み込みすると、確認した人が分かります。',
    },
  },
  'week-without-scan': {
    status: 409,
    text: {
      en: 'No complete scan lies in this week, so there is nothing to review.',
      ja: 'この週には完了したスキャンがないため、確認できるものがありません。',
    },
  },
  'week-over': {
    status: 409,
    text: {
      en: 'A week can be reviewed until the end of the week after it. This one counts as missed.',
      ja: 'レビューできるのは翌週の終わりまでです。この週は未実施として残ります。',
    },
  },
  'review-not-undone': {
    status: 409,
    text: {
      en: 'There is no review of the last ten minutes to take back.',
      ja: '取り消せるレビューがありません。取り消しは確認から 10 分以内に限られます。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
