import { readingReasonTexts, type Population } from '@ippo/contracts';
import { callRanges } from '../numbered-calls.ts';
import type { Cell, Chapter } from '../document.ts';
import { populationName, usersBridge } from '../population-words.ts';
import type { Writing } from '../writing.ts';

/** What was looked at, counted, with the calls that each count rests on. */
export function populationsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, calls, count } = writing;
  const users = usersBridge(writing);
  const { populations } = assessment;
  const title = say({ en: 'Populations', ja: '母集団' });
  return {
    ...{ id: 'populations', title },
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: say({
          en: 'What was looked at, counted from AWS’s own answers. Nothing was sampled: each check looks at all that AWS listed and judges what its condition applies to; the statement of completeness counts those units.',
          ja: 'AWS の応答から数えた件数です。サンプリングは行わず、AWS が一覧で返したもののうち、各チェックの条件に当てはまるものをすべて評価しました。評価単位の件数は「網羅性に関する記載」にあります。',
        }),
      },
      ...(populations.length === 0
        ? [nothing(writing)]
        : [
            {
              kind: 'table' as const,
              caption: title,
              columns: [
                { heading: say({ en: 'Population', ja: '母集団' }), share: 24 },
                { heading: say({ en: 'Count', ja: '件数' }), share: 24, number: true },
                {
                  heading: say({ en: 'Could not be read', ja: '読み取れなかった部分' }),
                  share: 38,
                },
                { heading: say({ en: 'Evidence', ja: '証拠' }), share: 18 },
              ],
              rows: populations.map((population): Cell[] => [
                populationName(population, writing),
                population.count === null
                  ? {
                      mark: 'unknown',
                      text: say({
                        en: `not known; ${count(population.seen)} seen`,
                        ja: `不明（確認できたのは ${count(population.seen)}）`,
                      }),
                    }
                  : count(population.count),
                unreadOf(population, writing) || '–',
                callRanges(calls.numbersOf(population.calls)) || '–',
              ]),
            },
            ...(users === null
              ? []
              : [{ kind: 'text' as const, tone: 'note' as const, text: users }]),
          ]),
    ],
  };
}

/** What was not read of it, by reason: a line for each with its Regions. */
function unreadOf({ unread }: Population, { sentences, list, language }: Writing): string {
  const alike = new Map<string, string[]>();
  for (const { region, action, reason } of unread) {
    const key = `${action}\n${readingReasonTexts[reason][language]}`;
    alike.set(key, [...(alike.get(key) ?? []), sentences.region(region)]);
  }
  return [...alike]
    .map(([key, regions]) => `${list(regions)}${language === 'ja' ? '：' : ': '}${key}`)
    .join('\n');
}

function nothing({ say }: Writing) {
  const text = say({ en: 'Nothing could be counted.', ja: '数えられたものはありません。' });
  return { kind: 'text' as const, text };
}
