import { exceptionStateWords, type AssessedException } from '@ippo/contracts';
import type { Block, Cell, Chapter } from '../document.ts';
import type { Writing } from '../writing.ts';

/** Accepted risks as they stood; they change no outcome and no score. */
export function exceptionsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say } = writing;
  const { exceptions } = assessment;
  return {
    id: 'exceptions',
    title: say({ en: 'Exceptions: accepted risks', ja: '例外：受容したリスク' }),
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: say(
          exceptions.length === 0
            ? { en: 'None recorded.', ja: '記録はありません。' }
            : {
                en: 'An accepted risk stays a fail and does not enter the score. States are as of the judgement.',
                ja: 'リスクを受容しても不合格のままで、スコアにも影響しません。状態は評価時点のものです。',
              },
        ),
      },
      ...(exceptions.length === 0 ? [] : [exceptionsTable(exceptions, writing)]),
    ],
  };
}

function exceptionsTable(exceptions: readonly AssessedException[], writing: Writing): Block {
  const { say, language, sentences, list, instants, count } = writing;
  const ja = language === 'ja';
  function people({
    owner,
    requested,
    approved,
    selfApproved,
    revoked,
  }: AssessedException): string {
    const own = selfApproved ? (ja ? '（申請者本人による承認）' : ' (by who asked for it)') : '';
    return [
      ja ? `所有者：${owner}` : `Owner: ${owner}`,
      `${ja ? '申請：' : 'Requested: '}${requested.by}, ${instants.both(requested.at)}`,
      ...(approved
        ? [`${ja ? '承認：' : 'Approved: '}${approved.by}${own}, ${instants.both(approved.at)}`]
        : [ja ? '承認：なし' : 'Approved: no']),
      ...(revoked
        ? [`${ja ? '終了：' : 'Ended: '}${revoked.by}, ${instants.both(revoked.at)}`]
        : []),
    ].join('\n');
  }
  return {
    kind: 'table',
    caption: say({ en: 'Accepted risks', ja: '受容したリスク' }),
    columns: [
      { heading: say({ en: 'Check and scope', ja: 'チェックと範囲' }), share: 30 },
      { heading: say({ en: 'State, last day', ja: '状態・期限' }), share: 16 },
      { heading: say({ en: 'Reason', ja: '理由' }), share: 24 },
      { heading: say({ en: 'People', ja: '関係者' }), share: 30 },
    ],
    rows: exceptions.map((one): Cell[] => [
      [
        one.check,
        one.regions === null
          ? say({ en: 'every Region', ja: '全リージョン' })
          : list(one.regions.map((region) => sentences.region(region))),
        one.resource ?? say({ en: 'every resource', ja: 'すべてのリソース' }),
      ].join('\n'),
      `${exceptionStateWords[one.state][language]}\n${one.lastDay} (${one.zone})\n${ja ? `対象の不合格 ${count(one.fingerprints.length)} 件` : `fails covered: ${count(one.fingerprints.length)}`}`,
      one.reason,
      people(one),
    ]),
  };
}

/** What people answered to the questions that only a person can tell. */
export function attestationsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, checkOf, instants } = writing;
  const { attestations } = assessment;
  return {
    id: 'attestations',
    title: say({ en: 'Attestations: answers of people', ja: '担当者による確認（回答）' }),
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: say(
          attestations.length === 0
            ? { en: 'None recorded.', ja: '記録はありません。' }
            : {
                en: 'A signed-in person answered these; AWS cannot. Each holds until its date.',
                ja: 'AWS の応答では確認できないため、サインインした担当者が回答した項目です。それぞれ有効期限があります。',
              },
        ),
      },
      ...(attestations.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: say({ en: 'Answers of people', ja: '担当者の回答' }),
              columns: [
                { heading: say({ en: 'Question', ja: '質問' }), share: 36 },
                { heading: say({ en: 'Answer', ja: '回答' }), share: 10 },
                { heading: say({ en: 'By, when, until', ja: '回答者・日時・期限' }), share: 30 },
                { heading: say({ en: 'Note', ja: '備考' }), share: 24 },
              ],
              rows: attestations.map((one): Cell[] => [
                `${checkOf(one.check)?.questions[one.question]?.[language] ?? one.question}\n${one.check}`,
                say(one.answer === 'yes' ? { en: 'Yes', ja: 'はい' } : { en: 'No', ja: 'いいえ' }),
                `${one.by}\n${instants.both(one.at)}\n→ ${instants.both(one.until)}`,
                one.note ?? '–',
              ]),
            },
          ]),
    ],
  };
}
