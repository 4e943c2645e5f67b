import { posix } from 'node:path';
import { lineAt, type Problem, type Rule, type SourceFile } from './source-file.ts';

/**
 * A text for `ja` wherever there is one for `en`: keys of catalogues, and pages with a twin.
 * Inside check files and contracts the compiler already asks for both.
 */
export const bothLanguages: Rule = {
  id: 'both-languages',
  find: (files) => [...catalogues(files), ...pages(files)],
};

function catalogues(files: readonly SourceFile[]): Problem[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter(({ path }) => /\/i18n\/(?:en\/.*|en)\.json$/.test(path))
    .flatMap((english): Problem[] => {
      const path = english.path.replace(/\/en(\/|\.json$)/, '/ja$1');
      const japanese = byPath.get(path);
      if (!japanese) return [{ path, text: `missing twin of ${english.path}` }];
      const [en, ja] = [keysOf(english), keysOf(japanese)];
      return [
        ...en.filter((key) => !ja.includes(key)).map((key) => ({ path, text: `no text: ${key}` })),
        ...ja
          .filter((key) => !en.includes(key))
          .map((key) => ({ path: english.path, text: `no text: ${key}` })),
      ];
    });
}

function keysOf(file: SourceFile): string[] {
  const value: unknown = JSON.parse(file.text);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function pages(files: readonly SourceFile[]): Problem[] {
  const paths = new Set(files.map(({ path }) => path));
  const readme = paths.has('README.md') && !paths.has('README.ja.md') ? ['README.ja.md'] : [];
  const docs = files
    .filter(({ path }) => path.startsWith('docs/') && posix.basename(path) === 'en.md')
    .map(({ path }) => path.replace(/en\.md$/, 'ja.md'))
    .filter((twin) => !paths.has(twin));
  const twins = [...readme, ...docs].map((path) => ({ path, text: 'missing Japanese twin' }));
  return [...twins, ...literals(files)];
}

/** An `en:` text in an object literal of the web without its `ja:` within the same braces. */
function literals(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => /^(?:apps|packages)\/.*\.tsx?$/.test(path) && !/\.test\./.test(path))
    .flatMap((file) =>
      [...file.text.matchAll(/\{\s*en:\s*['"`][^{}]*?\}/g)]
        .filter((hit) => !/\bja:/.test(hit[0]))
        .map((hit) => ({
          path: file.path,
          line: lineAt(file.text, hit.index),
          text: 'an English text without a Japanese one',
        })),
    );
}
