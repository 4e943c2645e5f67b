import type { Block, Group, ReportDocument } from '../document/document.ts';
import { callRanges } from '../document/numbered-calls.ts';
import { coveredDeep, unbroken, type Cover } from './covered-text.ts';
import { callLines, placeLines } from './place-lines.ts';

/** More places than this are set as plain lines: a cell of a table costs eight times a line's memory. */
const mostInTables = 1_200;
const mostInTable = 200;
/** A paragraph of lines; a longer one is laid out more slowly. */
const linesTogether = 100;
/** A column shorter than this looks lost. */
const fewInColumn = 40;
/** More answers than this are set as lines too. */
const mostCalls = 1_500;

/** The document as the template draws it: every text ready, every list in its form. */
export function drawnDocument(document: ReportDocument, cover: Cover): string {
  const places = document.chapters
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'check' ? block.groups : []))
    .filter(({ mark }) => mark !== 'pass' && mark !== 'not-applicable')
    .reduce((sum, group) => sum + group.places.length, 0);
  const made = new Date(document.madeAt);
  const { chapters, madeAt: _made, ...head } = document;
  const drawn = {
    ...head,
    chapters: chapters.map(({ blocks, ...chapter }) => ({
      ...chapter,
      blocks: blocks.map((block) => drawnBlock(block, places > mostInTables, document)),
    })),
  };
  return JSON.stringify({
    ...(coveredDeep(drawn, cover) as object),
    // Names that the template or the file's own data asks for are not drawn.
    ...{ language: document.language, words: document.words },
    ...{ title: document.title, author: unbroken(cover(document.author)) },
    keywords: ['AWS', 'Ippo', unbroken(cover(document.account))],
    account: unbroken(cover(document.account)),
    date: {
      ...{ year: made.getUTCFullYear(), month: made.getUTCMonth() + 1, day: made.getUTCDate() },
      ...{ hour: made.getUTCHours(), minute: made.getUTCMinutes(), second: made.getUTCSeconds() },
    },
  });
}

function drawnBlock(block: Block, many: boolean, { language, words }: ReportDocument): unknown {
  if (block.kind === 'calls' && block.rows.length > mostCalls) {
    return {
      kind: 'lines',
      caption: block.caption + words.shortDigests,
      parts: together(callLines(block.rows)),
    };
  }
  if (block.kind !== 'check') return block;
  return { ...block, groups: block.groups.map((group) => drawnGroup(group, many, language)) };
}

function drawnGroup(group: Group, many: boolean, language: ReportDocument['language']): unknown {
  const { places, ...rest } = group;
  const short = group.mark === 'pass' || group.mark === 'not-applicable';
  const one = places.length === 1;
  const count = one
    ? ''
    : language === 'ja'
      ? `${places.length.toLocaleString('ja')} 件`
      : `× ${places.length.toLocaleString('en')}`;
  if (!many && !short && places.length <= mostInTable)
    return {
      ...{ ...rest, count, form: 'table' },
      places: places.map(({ name, where, flag, calls }) => ({
        ...{ name, where, flag, calls: callRanges(calls) || '–' },
      })),
    };
  const { shared, lines } = placeLines(places, language);
  // Regions are told one after the other; what has a name of its own gets a line.
  const regions = places.every(
    ({ where, flag, name }) => where === '' && flag === null && !named(name),
  );
  if (regions && lines.length > 1) {
    const parts = [lines.join(language === 'ja' ? '、 ' : '; ')];
    return { ...rest, count, form: 'lines', shared, columns: 1, parts };
  }
  const columns = columnsOf(lines);
  return { ...rest, count, form: 'lines', shared, columns, parts: together(lines) };
}

function named(name: string): boolean {
  return name.startsWith('arn:');
}

/** As many as the longest line leaves room for, where there are lines enough to fill them. */
function columnsOf(lines: readonly string[]): number {
  const longest = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  const fitting = longest <= 34 ? 3 : longest <= 56 ? 2 : 1;
  return lines.length > fitting * fewInColumn ? fitting : 1;
}

/** In Latin letters: a Japanese one is twice as wide. */
function widthOf(line: string): number {
  return line.length + (line.match(/[^\x20-\x7E·–]/gu)?.length ?? 0);
}

function together(lines: readonly string[]): string[] {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; at += linesTogether)
    parts.push(lines.slice(at, at + linesTogether).join('\n'));
  return parts;
}
