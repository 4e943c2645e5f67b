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
  const tests = readdirSync(catalog, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.test.ts'),
  );
  return new Map(
    tests.map((path) => {
      const id = path.slice(path.lastIndexOf('/') + 1, -'.test.ts'.length);
      return [id, casesIn(readFileSync(join(catalog, path), 'utf8'))];
    }),
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
