import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The sentences of a check's cases, by set (`passes`, `fails`, …). */
export type CheckCases = Readonly<Record<string, readonly string[]>>;

/**
 * The cases of every check, read from the text of its test: a test is no module that anything may
 * import. The gate formats the files, so a set stands at two spaces and a sentence at four.
 */
export function casesOfChecks(root: string): Map<string, CheckCases> {
  const catalog = join(root, 'packages/checks/src/catalog');
  const files = readdirSync(catalog, { recursive: true, encoding: 'utf8' }).toSorted();
  const checks = files.filter((path) => /\/[a-z0-9-]+\.ts$/.test(path)).map(idOf);
  const cases = new Map<string, CheckCases>();
  for (const path of files.filter((file) => file.endsWith('.test.ts'))) {
    const test = idOf(path);
    // A long suite is split: `ct-enabled-stores.test.ts` belongs to `ct-enabled`.
    const check = checks
      .filter((id) => test === id || test.startsWith(`${id}-`))
      .reduce((longest, id) => (id.length > longest.length ? id : longest), '');
    cases.set(check, joined(cases.get(check), casesIn(readFileSync(join(catalog, path), 'utf8'))));
  }
  return cases;
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.test)?\.ts$/, '');
}

function joined(before: CheckCases = {}, more: CheckCases): CheckCases {
  const sets = [...new Set([...Object.keys(before), ...Object.keys(more)])];
  return Object.fromEntries(
    sets.map((set) => [set, [...(before[set] ?? []), ...(more[set] ?? [])]]),
  );
}

/** The cases in the text of one test. */
export function casesIn(text: string): CheckCases {
  const cases: Record<string, string[]> = {};
  const body = text.slice(Math.max(0, text.indexOf('checkCases(')));
  let set: string[] | undefined;
  for (const line of body.split('\n')) {
    const opened = /^ {2}(passes|fails|unknown|manual|notApplicable): \{/.exec(line)?.[1];
    if (opened !== undefined) set = cases[opened] = [];
    const sentence = /^ {4}(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)"|(\w+)): /.exec(line);
    const words = sentence?.[1] ?? sentence?.[2] ?? sentence?.[3];
    if (words !== undefined) set?.push(words.replaceAll(/\\(.)/g, '$1'));
  }
  return cases;
}
