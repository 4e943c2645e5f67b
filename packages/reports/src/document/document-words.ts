import type { Language } from '@ippo/contracts';
import type { DocumentWords } from './document.ts';

/** The words that a format itself needs; `{page}` and `{pages}` are filled by it. */
export function documentWords(language: Language): DocumentWords {
  return language === 'ja'
    ? {
        ...{ page: '{page} / {pages} ページ', evidence: '証拠', resource: 'リソース・場所' },
        ...{ region: 'リージョン', opens: '読み取れるようにするには', colon: '：', search: '検索' },
        ...{ outcome: '結果', severity: '重要度', all: 'すべて' },
        ...{ shown: '{shown} / {all} 件を表示', fingerprint: '検出事項の ID' },
        ...{
          byHand: '（記入欄）',
          skip: '本文へ',
          notice: 'データの出所',
          shortDigests: '（ダイジェストは先頭 16 桁のみ。全桁はほかの形式に記載）',
          cover: '対象と作成者',
          facts: '評価の概要',
        },
      }
    : {
        ...{ page: 'page {page} of {pages}', evidence: 'Evidence', resource: 'Resource or place' },
        ...{ region: 'Region', opens: 'What opens it', colon: ': ', search: 'Search' },
        ...{ outcome: 'Outcome', severity: 'Severity', all: 'All' },
        ...{ shown: '{shown} of {all} findings shown', fingerprint: 'Id of the finding' },
        ...{
          byHand: '(to be filled in)',
          skip: 'To the content',
          notice: 'Source of the data',
          shortDigests: ' (digests by their first 16 digits; whole in the other formats)',
          cover: 'What is assessed, and by whom',
          facts: 'How it was assessed',
        },
      };
}
