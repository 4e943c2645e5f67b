import type { Block, DocumentWords, Group, Place } from '../document/document.ts';
import { cellOf } from './blocks.ts';
import { escaped, withBreaks } from './escape.ts';
import { marked, severityOf } from './marks.ts';

type Check = Extract<Block, { kind: 'check' }>;
/** The rows of the evidence, by number from 1: where a place's numbers lead. */
export type CallRows = readonly (readonly string[])[];
/** A list of its own for so many: what is not on screen is not laid out, a list at a time. */
const atOnce = 100;

/** One check with its findings, in parts: a group may hold every finding of a large account. */
export function* checkParts(
  check: Check,
  calls: CallRows,
  words: DocumentWords,
): Generator<string> {
  yield `<section class="check"><h4>${escaped(check.title)}</h4>\n<p class="about">${severityOf(check.severity, check.severityWord)} · <code>${escaped(check.id)}</code></p>\n`;
  for (const group of check.groups) yield* groupParts(group, calls, words);
  yield check.about.map((text) => `<p>${withBreaks(text)}</p>\n`).join('');
  const facts = check.facts.map(
    ({ label, cell }) => `<div><dt>${escaped(label)}</dt><dd>${cellOf(cell)}</dd></div>\n`,
  );
  if (facts.length > 0) yield `<dl>${facts.join('')}</dl>\n`;
  yield '</section>\n';
}

function* groupParts(group: Group, calls: CallRows, words: DocumentWords): Generator<string> {
  const { mark, severity, word, sentence, opens, places } = group;
  const count = places.length > 1 ? ` <span class="count">× ${places.length}</span>` : '';
  const opened =
    opens === null
      ? ''
      : `<p class="opens">${escaped(words.opens + words.colon)}<strong>${withBreaks(opens)}</strong></p>\n`;
  yield `<div class="group" data-mark="${mark}" data-severity="${severity}"><p class="verdict">${marked(mark, word)}${count} ${withBreaks(sentence)}</p>\n${opened}`;
  for (let at = 0; at < places.length; at += atOnce) {
    const some = places.slice(at, at + atOnce).map((place) => placeOf(place, calls, words));
    yield `<ul class="places">\n${some.join('')}</ul>\n`;
  }
  yield '</div>\n';
}

function placeOf(
  { name, where, flag, calls, fingerprint }: Place,
  rows: CallRows,
  words: DocumentWords,
) {
  const beside = where === '' ? '' : ` <span class="where">${escaped(where)}</span>`;
  const tag = flag === null ? '' : ` <span class="tag">${escaped(flag)}</span>`;
  const refs = calls.map((number) => {
    const [, what = '', when = ''] = rows[number - 1] ?? [];
    const told = [what, when.split('\n')[0] ?? ''].join('\n').replaceAll('\n', ' · ');
    return `<li><a href="#e${number}">E${number}</a> ${escaped(told)}</li>`;
  });
  const evidence = refs.length === 0 ? '' : `<ul>${refs.join('')}</ul>`;
  return `<li><details><summary><code>${escaped(name)}</code>${beside}${tag}</summary>${evidence}<p>${escaped(words.fingerprint)} <code>${fingerprint.replace(/[^0-9a-f]/g, '')}</code></p></details></li>\n`;
}
