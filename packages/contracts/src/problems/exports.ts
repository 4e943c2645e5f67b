import type { Localised } from '../text.ts';

/** What can go wrong with files to take away. */
export const exportProblems = {
  'export-format-unknown': {
    status: 400,
    text: {
      en: 'There is no export format “{format}”. Known: {known}',
      ja: 'エクスポート形式「{format}」はありません。利用できるもの：{known}',
    },
  },
  'export-cut-off': {
    status: 503,
    text: {
      en: 'The file did not arrive whole, so nothing was saved. Try again.',
      ja: 'ファイルを最後まで受け取れなかったため、保存していません。もう一度試してください。',
    },
  },
} as const satisfies Record<string, { status: number; text: Localised }>;
