import { readingReasonTexts } from '@ippo/contracts';
import type { Cell, Chapter } from '../document.ts';
import { openerWords } from '../words.ts';
import type { Writing } from '../writing.ts';

/** Everything that was asked and not answered: why, what it hides, what opens it. */
export function unreadableChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, language, sentences, list, count } = writing;
  const { unreadable, readings } = assessment;
  const ja = language === 'ja';
  const title = say({ en: 'What could not be read', ja: '読み取れなかったもの' });
  if (unreadable.length === 0)
    return {
      ...{ id: 'unreadable', title },
      blocks: [
        {
          ...{ kind: 'text', tone: 'lead' },
          text: say({
            en: 'Everything that was asked was answered.',
            ja: '確認した項目には、すべて回答がありました。',
          }),
        },
      ],
    };
  const alike = new Map<string, { regions: string[]; first: (typeof unreadable)[number] }>();
  for (const one of unreadable) {
    const key = `${one.action} ${one.reason} ${one.checks.join(' ')}`;
    const known = alike.get(key);
    if (known) known.regions.push(one.region);
    else alike.set(key, { regions: [one.region], first: one });
  }
  return {
    ...{ id: 'unreadable', title },
    blocks: [
      {
        kind: 'text',
        tone: 'lead',
        text: ja
          ? `AWS への呼び出し ${count(readings.calls)} 回のうち、回答は ${count(readings.answered)} 回、拒否または無応答は ${count(readings.refused)} 回でした。読み取れなかったものは「不明」とし、合格としては一切数えません。`
          : `Of ${count(readings.calls)} calls to AWS, ${count(readings.answered)} were answered and ${count(readings.refused)} refused or not answered. What could not be read is unknown and never counts as passed.`,
      },
      {
        kind: 'table',
        caption: say({
          en: 'What was not answered, why, and what would open it',
          ja: '回答がなかった項目、その理由と、読み取れるようにする方法',
        }),
        columns: [
          { heading: say({ en: 'What was asked', ja: '操作（権限）' }), share: 26 },
          { heading: say({ en: 'Where', ja: '場所' }), share: 20 },
          { heading: say({ en: 'Why not, and what opens it', ja: '理由と対処' }), share: 31 },
          { heading: say({ en: 'Checks that needed it', ja: '影響するチェック' }), share: 23 },
        ],
        rows: [...alike.values()].map(({ regions, first }): Cell[] => [
          { text: first.action, code: true },
          list(regions.map((region) => sentences.region(region))),
          `${readingReasonTexts[first.reason][language]}\n→ ${openerWords[first.reason][language]}`,
          { text: first.checks.join(ja ? '、' : ', '), code: true },
        ]),
      },
    ],
  };
}
