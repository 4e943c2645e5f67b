import { readingReasonTexts } from '@ippo/contracts';
import { callRanges } from '../numbered-calls.ts';
import type { Cell, Chapter } from '../document.ts';
import { populationWords } from '../words.ts';
import type { Writing } from '../writing.ts';

/** What was looked at, counted, with the calls that each count rests on. */
export function populationsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, sentences, calls, count } = writing;
  const { populations } = assessment;
  const title = say({ en: 'Populations', ja: '母集団' });
  return {
    ...{ id: 'populations', title },
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: say({
          en: 'What was looked at, counted from AWS’s own answers. Nothing was sampled: every unit that AWS listed was judged.',
          ja: 'AWS の応答から数えた評価対象の件数です。サンプリングは行わず、AWS が一覧で返したすべてを評価しました。',
        }),
      },
      ...(populations.length === 0
        ? [nothing(writing)]
        : [
            {
              kind: 'table' as const,
              caption: title,
              columns: [
                { heading: say({ en: 'Population', ja: '母集団' }), share: 26 },
                { heading: say({ en: 'Count', ja: '件数' }), share: 16, number: true },
                {
                  heading: say({ en: 'Could not be read', ja: '読み取れなかった部分' }),
                  share: 38,
                },
                { heading: say({ en: 'Evidence', ja: '証拠' }), share: 20 },
              ],
              rows: populations.map((population): Cell[] => [
                populationWords[population.id]?.[language] ?? population.id,
                population.count === null
                  ? { text: say({ en: 'not known', ja: '不明' }), mark: 'unknown' }
                  : count(population.count),
                population.unread
                  .map(
                    ({ region, action, reason }) =>
                      `${sentences.region(region)} · ${action}\n${readingReasonTexts[reason][language]}`,
                  )
                  .join('\n') || '–',
                callRanges(calls.numbersOf(population.calls)) || '–',
              ]),
            },
          ]),
    ],
  };
}

function nothing({ say }: Writing) {
  const text = say({ en: 'Nothing could be counted.', ja: '数えられたものはありません。' });
  return { kind: 'text' as const, text };
}
