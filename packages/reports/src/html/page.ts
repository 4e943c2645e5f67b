import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { severityWords, type Localised } from '@ippo/contracts';
import type { Block, Chapter, ReportDocument } from '../document/document.ts';
import { lonelyMarkWord, marksByNeed } from '../document/mark-words.ts';
import { headOf, plainBlock, tableOf } from './blocks.ts';
import { visible } from '../visible-text.ts';
import { escaped, withBreaks } from './escape.ts';
import { checkParts, type CallRows } from './findings.ts';
import { symbols } from './marks.ts';
import { opening } from './opening.ts';

const atOnce = 200;

/** The whole report as one file that asks no host for anything, in parts. */
export async function* pageParts(document: ReportDocument): AsyncGenerator<string> {
  const style = (await styleSheet()) + pageFoot(document);
  const script = await readFile(new URL('filter.js', import.meta.url), 'utf8');
  yield headOfPage(document, style, script);
  yield opening(document);
  const calls = callRows(document);
  for (const chapter of document.chapters) {
    yield `<section class="chapter" aria-labelledby="${chapter.id}"><h2 id="${chapter.id}">${chapter.number} ${escaped(chapter.title)}</h2>\n`;
    if (chapter.id === 'findings') yield toolbar(document);
    yield* chapterParts(chapter, calls, document);
    yield '</section>\n';
  }
  yield `</main>\n<footer><p>${escaped(document.foot)}</p></footer>\n<script>${script}</script>\n</body>\n</html>\n`;
}

/** What the page looks like, in the order in which a later rule outdoes an earlier one. */
const styles = [
  'colours',
  'page',
  'tables',
  'marks',
  'summary',
  'filter',
  'findings',
  'narrow',
  'print',
];

async function styleSheet(): Promise<string> {
  const texts = styles.map((name) =>
    readFile(new URL(`style/${name}.css`, import.meta.url), 'utf8'),
  );
  return (await Promise.all(texts)).join('');
}

function headOfPage(document: ReportDocument, style: string, script: string): string {
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const { language, title, account, notice, words } = document;
  const banner =
    notice === null
      ? ''
      : `<aside class="notice" aria-label="${escaped(words.notice)}"><strong>${escaped(notice)}</strong></aside>\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${title} – ${account}`)}</title>
<style>${style}</style>
</head>
<body>
${symbols()}
<a class="skip" href="#content">${escaped(words.skip)}</a>
${banner}<main id="content">
`;
}

/** What stands below each printed page: what the data is, and which page of how many. */
function pageFoot({ account, notice, words }: ReportDocument): string {
  const [before = '', between = '', after = ''] = words.page.split(/\{pages?\}/);
  const left = cssText(notice === null ? account : `${notice} ${account}`);
  const right = `${cssText(before)} counter(page) ${cssText(between)} counter(pages) ${cssText(after)}`;
  return `@page {\n  @bottom-left { content: ${left}; font-size: 7.5pt; }\n  @bottom-right { content: ${right}; font-size: 7.5pt; }\n}\n`;
}

/** A text of anybody's as a CSS string: every letter by its number, so that none ends it. */
function cssText(text: string): string {
  const letters = Array.from(visible(text), (letter) => letter.codePointAt(0) ?? 0);
  return `"${letters.map((point) => `\\${point.toString(16)} `).join('')}"`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function callRows({ chapters }: ReportDocument): CallRows {
  const block = chapters.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'calls');
  return block?.kind === 'calls' ? block.rows : [];
}

function* chapterParts(
  { id, blocks }: Chapter,
  calls: CallRows,
  { words }: ReportDocument,
): Generator<string> {
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'check') yield* checkParts(block, calls, words);
    else if (block.kind === 'calls') yield* callsParts(block, `${id}-${at}`);
    else yield plainBlock(block, `${id}-${at}`);
  }
}

function* callsParts(block: Extract<Block, { kind: 'calls' }>, id: string): Generator<string> {
  const [before = '', after = ''] = tableOf(
    id,
    block.caption,
    headOf(block.columns),
    '\u0000',
  ).split('\u0000');
  yield before;
  for (let at = 0; at < block.rows.length; at += atOnce)
    yield block.rows
      .slice(at, at + atOnce)
      .map(([number = '', ...cells]) => {
        const each = cells.map((cell, column) =>
          column === 2
            ? `<td><code>${withBreaks(cell)}</code></td>`
            : `<td>${withBreaks(cell)}</td>`,
        );
        return `<tr id="${number.toLowerCase()}"><th scope="row">${number}</th>${each.join('')}</tr>\n`;
      })
      .join('');
  yield after;
}

/** Hidden until the script is there: without it the page is a plain document. */
function toolbar({ language, words }: ReportDocument): string {
  const options = (each: readonly (readonly [string, Localised])[]) =>
    [
      `<option value="">${escaped(words.all)}</option>`,
      ...each.map(
        ([value, word]) => `<option value="${value}">${escaped(word[language])}</option>`,
      ),
    ].join('');
  const marks = options(marksByNeed.map((mark) => [mark, lonelyMarkWord(mark)]));
  return `<div id="filter" role="search" hidden><label>${escaped(words.search)} <input id="query" type="search" autocomplete="off" spellcheck="false"></label> <label>${escaped(words.outcome)} <select id="mark">${marks}</select></label> <label>${escaped(words.severity)} <select id="severity">${options(Object.entries(severityWords))}</select></label> <p id="shown" role="status" data-words="${escaped(words.shown)}"></p></div>\n`;
}
