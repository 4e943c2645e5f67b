import type { Language } from '@ippo/contracts';
import type { DocumentWords } from './document.ts';

/** The words that a format itself needs; `{page}` and `{pages}` are filled by it. */
export function documentWords(language: Language): DocumentWords {
  return language === 'ja'
    ? {
        ...{ page: '{page} / {pages} ページ', evidence: '証拠', resource: 'リソース・場所' },
        ...{ region: 'リージョン', opens: '読み取れるようにするには', search: '検索' },
        ...{ filter: '結果と重要度', all: 'すべて', none: '該当する検出事項はありません。' },
        ...{ shown: '{shown} / {all} 件を表示', fingerprint: '検出事項の ID' },
        ...{ byHand: '（記入欄）', skip: '本文へ' },
      }
    : {
        ...{ page: 'page {page} of {pages}', evidence: 'Evidence', resource: 'Resource or place' },
        ...{ region: 'Region', opens: 'What opens it', search: 'Search' },
        ...{ filter: 'Outcome and severity', all: 'All', none: 'No finding matches.' },
        ...{ shown: '{shown} of {all} findings shown', fingerprint: 'Id of the finding' },
        ...{ byHand: '(to be filled in)', skip: 'To the content' },
      };
}
