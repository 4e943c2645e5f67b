import type { Block, Cell, Column, Fact } from '../document/document.ts';
import { escaped, withBreaks } from './escape.ts';
import { marked, markShape, severityOf } from './marks.ts';

type Plain = Exclude<Block, { kind: 'check' } | { kind: 'calls' }>;

/** A block that is short enough to be written at once; `id` names it in the page. */
export function plainBlock(block: Plain, id: string): string {
  if (block.kind === 'text')
    return `<p${block.tone === undefined ? '' : ` class="${block.tone}"`}>${withBreaks(block.text)}</p>\n`;
  if (block.kind === 'heading')
    return `<h3 id="${block.id}">${block.mark ? markShape(block.mark) : ''}${escaped(block.text)}</h3>\n`;
  if (block.kind === 'facts') return factsTable(block.rows, block.caption, id);
  const rows = block.rows.map((row, at) => {
    const last = block.sum === true && at === block.rows.length - 1;
    return rowOf(row, block.columns, last ? ' class="sum"' : '');
  });
  return tableOf(id, block.caption, headOf(block.columns), rows.join(''));
}

/** Labels and what is so. */
export function factsTable(rows: readonly Fact[], caption: string, id: string): string {
  const each = rows.map(
    ({ label, cell }) =>
      `<tr><th scope="row">${escaped(label)}</th><td>${cellOf(cell)}</td></tr>\n`,
  );
  return tableOf(id, caption, '', each.join(''), 'facts');
}

/** A table with its caption, in a region that scrolls by itself on a narrow screen. */
export function tableOf(
  id: string,
  caption: string,
  head: string,
  body: string,
  kind = 'rows',
): string {
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table class="${kind}"><caption id="${id}">${escaped(caption)}</caption>${head}<tbody>\n${body}</tbody></table></div>\n`;
}

/** The head of a table. */
export function headOf(columns: readonly Column[]): string {
  const each = columns.map(
    ({ heading, number }) =>
      `<th scope="col"${number === true ? ' class="number"' : ''}>${escaped(heading)}</th>`,
  );
  return `<thead><tr>${each.join('')}</tr></thead>`;
}

function rowOf(row: readonly Cell[], columns: readonly Column[], kind: string): string {
  const cells = row.map((cell, at) => {
    const number = columns[at]?.number === true ? ' class="number"' : '';
    const content = cellOf(cell);
    return at === 0 ? `<th scope="row">${content}</th>` : `<td${number}>${content}</td>`;
  });
  return `<tr${kind}>${cells.join('')}</tr>\n`;
}

/** What a cell says. */
export function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return withBreaks(cell);
  if (cell.mark !== undefined) return marked(cell.mark, cell.text);
  if (cell.severity !== undefined) return severityOf(cell.severity, cell.text);
  const content = withBreaks(cell.text);
  if (cell.code === true) return `<code>${content}</code>`;
  return cell.strong === true ? `<strong>${content}</strong>` : content;
}
