import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const prefix = 'virtual:ippo-messages/';
const folder = join(import.meta.dirname, '../src/i18n');

type Messages = Record<string, string>;

/** Which files are wanted: every one, the shell's, or one part that a page loads with itself. */
type Wanted = 'all' | 'shell' | { part: string };

/** The messages of a language, from its files; an id that stands in two files is an error. */
export function readMessages(language: string, wanted: Wanted = 'all'): Messages {
  const all: Messages = {};
  for (const file of filesOf(language, wanted)) {
    const messages = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Messages;
    for (const [key, text] of Object.entries(messages)) {
      if (key in all) throw new Error(`${language}/${file}: “${key}” is defined twice`);
      all[key] = text;
    }
  }
  return all;
}

const counted = /(?<=[}#\d]) (?=つ|件|か所|行|日|分|秒|時間|人|週|回|台|個|歩|問|文字)/g;

/** A number and what it counts stay in one line: Japanese breaks a line at any space. */
export function joinCounts(text: string): string {
  return text.replace(counted, '\u00a0');
}

/** Files below `lazy/` are parts; all others travel with the shell. */
function filesOf(language: string, wanted: Wanted): string[] {
  const files = readdirSync(join(folder, language), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  if (wanted === 'all') return files;
  if (wanted === 'shell') return files.filter((file) => !file.startsWith('lazy/'));
  return files.filter((file) => file === `lazy/${wanted.part}.json`);
}

/** What is wrong between the two languages: a missing id, or marks that differ. */
export function catalogueFaults(en: Messages, ja: Messages): string[] {
  const faults: string[] = [];
  for (const key of new Set([...Object.keys(en), ...Object.keys(ja)])) {
    const [one, other] = [en[key], ja[key]];
    if (one === undefined || other === undefined)
      faults.push(`“${key}” is missing in ${one === undefined ? 'en' : 'ja'}`);
    else if (marks(parse(one)) !== marks(parse(other)))
      faults.push(
        `“${key}” has the marks ${marks(parse(one))} in en, ${marks(parse(other))} in ja`,
      );
  }
  return faults;
}

function marks(elements: MessageFormatElement[], found = new Set<string>()): string {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}}`);
    if (element.type === TYPE.tag) marks(element.children, found);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) marks(option.value, found);
  }
  return [...found].toSorted().join(' ');
}

/** Compiles the catalogues to AST, a module a language and part, and refuses to build when they differ. */
export function messagesPlugin(): Plugin {
  return {
    name: 'ippo-messages',
    buildStart() {
      const faults = catalogueFaults(readMessages('en'), readMessages('ja'));
      if (faults.length > 0) this.error(`The catalogues differ:\n${faults.join('\n')}`);
    },
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load(source) {
      if (!source.startsWith(`\0${prefix}`)) return null;
      const [language = '', part] = source.slice(prefix.length + 1).split('/');
      const messages = readMessages(language, part === undefined ? 'shell' : { part });
      const compiled = Object.entries(messages).map(([key, text]) => [
        key,
        parse(language === 'ja' ? joinCounts(text) : text),
      ]);
      return `export default ${JSON.stringify(Object.fromEntries(compiled))};`;
    },
  };
}
