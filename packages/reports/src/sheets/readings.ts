import { placeOf, readingReasonTexts, regionStateWords } from '@ippo/contracts';
import { callRanges } from '../document/numbered-calls.ts';
import { populationName } from '../document/population-words.ts';
import type { Writing } from '../document/writing.ts';
import { field, instantFields, sheetOf, type Sheet } from './sheet.ts';

/** Every Region with its state, and how much was read there. */
export function regionsSheet({ say, assessment, language }: Writing): Sheet {
  return sheetOf(
    { id: 'regions', title: say({ en: 'Regions', ja: 'リージョン' }) },
    assessment.regions,
    [
      field('region', say({ en: 'Region', ja: 'リージョン' }), 26, ({ name }) =>
        placeOf(name, language),
      ),
      field('code', say({ en: 'Code', ja: 'コード' }), 20, ({ name }) => name),
      field(
        'state',
        say({ en: 'State', ja: '状態' }),
        26,
        ({ state }) => regionStateWords[state][language],
      ),
      field(
        'answered',
        say({ en: 'Readings answered', ja: '読み取れた項目' }),
        14,
        ({ answered }) => answered,
      ),
      field(
        'total',
        say({ en: 'Readings asked for', ja: '確認した項目' }),
        14,
        ({ total }) => total,
      ),
    ],
  );
}

/** What was asked and not answered, and which checks needed it. */
export function unreadableSheet({ say, assessment, language, sentences }: Writing): Sheet {
  return sheetOf(
    { id: 'unreadable', title: say({ en: 'Could not be read', ja: '読み取れなかったもの' }) },
    assessment.unreadable,
    [
      field('action', say({ en: 'Operation', ja: '操作' }), 44, ({ action }) => action),
      field('region', say({ en: 'Region', ja: 'リージョン' }), 28, ({ region }) =>
        sentences.region(region),
      ),
      field(
        'reason',
        say({ en: 'Why', ja: '理由' }),
        56,
        ({ reason }) => readingReasonTexts[reason][language],
      ),
      field('reasonCode', say({ en: 'Reason code', ja: '理由コード' }), 22, ({ reason }) => reason),
      field('count', say({ en: 'Readings', ja: '件数' }), 10, ({ count }) => count),
      field(
        'checks',
        say({ en: 'Checks that needed it', ja: '影響するチェック' }),
        60,
        ({ checks }) => checks.join('; '),
      ),
    ],
  );
}

/** What was looked at, counted; where it could not be counted whole, why. */
export function populationsSheet(writing: Writing): Sheet {
  const { say, assessment, language, sentences, calls } = writing;
  return sheetOf(
    { id: 'populations', title: say({ en: 'Populations', ja: '母集団' }) },
    assessment.populations,
    [
      field('population', say({ en: 'Population', ja: '母集団' }), 30, (population) =>
        populationName(population, writing),
      ),
      field(
        'count',
        say({ en: 'Count', ja: '件数' }),
        14,
        ({ count }) => count ?? say({ en: 'Unknown', ja: '不明' }),
      ),
      field('seen', say({ en: 'Seen at least', ja: '確認できた件数' }), 14, ({ seen }) => seen),
      field(
        'unread',
        say({ en: 'Could not be read', ja: '読み取れなかった部分' }),
        70,
        ({ unread }) =>
          unread
            .map(
              ({ region, action, reason }) =>
                `${sentences.region(region)} – ${action}: ${readingReasonTexts[reason][language]}`,
            )
            .join('\n'),
      ),
      field(
        'evidence',
        say({ en: 'Evidence (sheet “Calls”)', ja: '証拠（「呼び出し」シート）' }),
        24,
        ({ calls: refs }) => callRanges(calls.numbersOf(refs)),
      ),
    ],
  );
}

/** Every answer of AWS that the report rests on, by the number that the other sheets name. */
export function callsSheet(writing: Writing): Sheet {
  const { say, calls } = writing;
  const numbered = calls.all.map((call, index) => ({ call, number: `E${index + 1}` }));
  type Numbered = (typeof numbered)[number];
  return sheetOf({ id: 'calls', title: say({ en: 'Calls', ja: '呼び出し' }) }, numbered, [
    field('number', say({ en: 'Number', ja: '番号' }), 9, ({ number }) => number),
    field('operation', say({ en: 'Operation', ja: '操作' }), 46, ({ call }) => call.operation),
    field('region', say({ en: 'Region', ja: 'リージョン' }), 18, ({ call }) => call.region),
    ...instantFields<Numbered>(
      'at',
      say({ en: 'Answered', ja: '応答日時' }),
      ({ call }) => call.at,
      writing,
    ),
    field(
      'requestId',
      say({ en: 'Request id of AWS', ja: 'AWS のリクエスト ID' }),
      40,
      ({ call }) => call.requestId,
    ),
    field(
      'digest',
      say({ en: 'SHA-256 of the answer', ja: '応答の SHA-256' }),
      34,
      ({ call }) => call.digest,
    ),
  ]);
}
