import type { ReportDocument } from '../document/document.ts';
import { factsTable, plainBlock } from './blocks.ts';
import { escaped, withBreaks } from './escape.ts';
import { marked } from './marks.ts';

/** What stands before the chapters: title, the auditor's fields, the summary, the contents. */
export function opening(document: ReportDocument): string {
  const { title, subtitle, cover, summary, words } = document;
  const fields = cover.fields.map(({ label, value }) => ({
    label,
    cell: value === '' ? words.byHand : value,
  }));
  return `<header class="cover"><h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
${factsTable([...cover.facts, ...fields], words.cover, 'cover-facts')}<p class="lead">${withBreaks(cover.note)}</p></header>
<section class="summary" aria-labelledby="summary"><h2 id="summary">${escaped(summary.title)}</h2>
<dl class="figures">${summary.figures.map(figure).join('')}</dl>
${summary.sentences.map((sentence) => `<p class="lead">${withBreaks(sentence)}</p>\n`).join('')}<p class="adds"><strong>${escaped(summary.sum.whole)}</strong>${summary.sum.parts.map(({ mark, text }, at) => ` ${at === 0 ? '=' : '+'} ${marked(mark, text)}`).join('')}</p>
<ol class="steps" aria-label="${escaped(summary.steps.caption)}">${summary.steps.items
    .map(
      ({ name, word, mark }) =>
        `<li class="${mark}">${marked(mark, word)}<br><span>${escaped(name)}</span></li>`,
    )
    .join('')}</ol>
${factsTable(summary.facts, words.facts, 'summary-facts')}${summary.worst === null ? '' : plainBlock(summary.worst, 'summary-worst')}${summary.worstNote === '' ? '' : `<p class="note">${escaped(summary.worstNote)}</p>\n`}</section>
${contents(document)}`;
}

function figure({ label, value, note }: ReportDocument['summary']['figures'][number]): string {
  const more = note === '' ? '' : `<dd class="note">${withBreaks(note)}</dd>`;
  return `<div><dt>${escaped(label)}</dt><dd class="value">${escaped(value)}</dd>${more}</div>`;
}

function contents({ contents: title, chapters }: ReportDocument): string {
  const items = chapters.map(({ id, number, title: name, blocks }) => {
    const parts = blocks.flatMap((block) =>
      block.kind === 'heading'
        ? [`<li><a href="#${block.id}">${escaped(block.text)}</a></li>`]
        : [],
    );
    const below = parts.length === 0 ? '' : `<ul>${parts.join('')}</ul>`;
    return `<li><a href="#${id}">${number} ${escaped(name)}</a>${below}</li>\n`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">${escaped(title)}</h2><ul>${items.join('')}</ul></nav>\n`;
}
