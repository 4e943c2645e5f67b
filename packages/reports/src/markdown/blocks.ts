import { callRanges } from '../document/numbered-calls.ts';
import type { Block, Cell, Column, DocumentWords, Fact, Group } from '../document/document.ts';
import { code, plain } from './escape.ts';

/** A block of the document as Markdown, in parts. */
export function* blockLines(block: Block, words: DocumentWords): Generator<string> {
  switch (block.kind) {
    case 'text':
      yield block.tone === 'note' ? `_${plain(block.text)}_\n\n` : `${plain(block.text)}\n\n`;
      return;
    case 'heading':
      yield `### ${plain(block.text)}\n\n`;
      return;
    case 'facts':
      yield* factLines(block.rows);
      return;
    case 'table':
    case 'calls':
      yield* tableLines(block.columns, block.rows);
      return;
    case 'check':
      yield* checkLines(block, words);
  }
}

/** Facts as a table of two columns without headings. */
export function* factLines(rows: readonly Fact[]): Generator<string> {
  if (rows.length === 0) return;
  yield '| | |\n| --- | --- |\n';
  for (const { label, cell } of rows) yield `| **${plain(label)}** | ${cellText(cell)} |\n`;
  yield '\n';
}

/** A table; numbers stand right. */
export function* tableLines(
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
): Generator<string> {
  yield `| ${columns.map(({ heading }) => plain(heading)).join(' | ')} |\n`;
  yield `| ${columns.map(({ number }) => (number ? '---:' : '---')).join(' | ')} |\n`;
  for (const row of rows) yield `| ${row.map((cell) => cellText(cell)).join(' | ')} |\n`;
  yield '\n';
}

function* checkLines(
  check: Extract<Block, { kind: 'check' }>,
  words: DocumentWords,
): Generator<string> {
  yield `#### ${plain(check.title)}\n\n`;
  yield `${code(check.id)} · ${plain(check.severityWord)}\n\n`;
  for (const text of check.about) yield `${plain(text)}\n\n`;
  yield* factLines(check.facts);
  for (const group of check.groups) yield* groupLines(group, words);
}

function* groupLines(group: Group, words: DocumentWords): Generator<string> {
  yield `**${plain(group.word)}** (${group.places.length}): ${plain(group.sentence)}\n\n`;
  if (group.opens !== null) yield `${plain(words.opens + words.colon)}${plain(group.opens)}\n\n`;
  const flagged = group.places.some(({ flag }) => flag !== null);
  const columns: Column[] = [
    { heading: words.resource, share: 3 },
    { heading: words.region, share: 2 },
    { heading: words.evidence, share: 1 },
    { heading: words.fingerprint, share: 1 },
    ...(flagged ? [{ heading: '', share: 1 }] : []),
  ];
  yield* tableLines(
    columns,
    group.places.map(({ name, where, calls, fingerprint, flag }): Cell[] => [
      { text: name, code: true },
      where,
      callRanges(calls),
      { text: fingerprint, code: true },
      ...(flagged ? [flag ?? ''] : []),
    ]),
  );
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return plain(cell);
  const text = cell.code ? code(cell.text) : plain(cell.text);
  return cell.strong && text !== '' ? `**${text}**` : text;
}
