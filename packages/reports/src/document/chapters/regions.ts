import { placeOf, regionStateWords } from '@ippo/contracts';
import type { Cell, Chapter } from '../document.ts';
import type { Writing } from '../writing.ts';

/** Every Region of AWS's list with its state and how much of it answered. */
export function regionsChapter(writing: Writing): Omit<Chapter, 'number'> {
  const { assessment, say, count, language } = writing;
  const { regions } = assessment;
  return {
    id: 'regions',
    title: say({ en: 'Regions and their states', ja: 'リージョンとその状態' }),
    blocks: [
      { kind: 'text', tone: 'lead', text: regionsSentence(writing) },
      ...(assessment.regionsAssumed
        ? [
            {
              kind: 'text' as const,
              text: say({
                en: 'AWS’s list of Regions could not be read. The Regions that every account has from the start stand in for it; further enabled Regions may exist.',
                ja: 'AWS のリージョン一覧を読み取れなかったため、すべてのアカウントで最初から有効なリージョンで代用しました。ほかにも有効なリージョンがある可能性があります。',
              }),
            },
          ]
        : []),
      ...(regions.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: say({ en: 'Regions', ja: 'リージョン' }),
              columns: [
                { heading: say({ en: 'Region', ja: 'リージョン' }), share: 34 },
                { heading: say({ en: 'Code', ja: 'コード' }), share: 22 },
                { heading: say({ en: 'State', ja: '状態' }), share: 24 },
                {
                  heading: say({ en: 'Readings answered', ja: '読み取れた項目' }),
                  share: 20,
                  number: true,
                },
              ],
              rows: regions.map(({ name, state, answered, total }): Cell[] => [
                placeOf(name, language),
                { text: name, code: true },
                regionStateWords[state][language],
                total === 0 ? '–' : `${count(answered)} / ${count(total)}`,
              ]),
            },
          ]),
    ],
  };
}

/** How many Regions were read whole, in part and not at all, as a sentence. */
export function regionsSentence({ assessment, language, count }: Writing): string {
  const { regions } = assessment;
  const enabled = regions.filter(({ state }) => state === 'enabled' || state === 'assumed');
  // Where nothing was asked, nothing was read.
  const unread = enabled.filter(({ answered }) => answered === 0).length;
  const whole = enabled.filter(({ answered, total }) => answered > 0 && answered === total).length;
  const partly = enabled.length - whole - unread;
  const ja = language === 'ja';
  const parts = [ja ? `全項目を読み取り ${count(whole)}` : `${count(whole)} read`];
  if (partly > 0) parts.push(ja ? `一部のみ ${count(partly)}` : `${count(partly)} read in part`);
  if (unread > 0)
    parts.push(ja ? `まったく読み取れず ${count(unread)}` : `${count(unread)} not read`);
  for (const [state, words] of Object.entries(regionStateWords)) {
    if (state === 'enabled' || state === 'assumed') continue;
    const some = regions.filter((region) => region.state === state).length;
    if (some > 0)
      parts.push(ja ? `${words.ja} ${count(some)}` : `${count(some)} ${lowered(words.en)}`);
  }
  return ja
    ? `${count(regions.length)} リージョン：${parts.join('、')}`
    : `${count(regions.length)} Regions: ${parts.join(', ')}`;
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
