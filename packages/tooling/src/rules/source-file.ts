import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the repository as the rules see it. */
export type SourceFile = {
  /** From the repository's root, with `/`. */
  path: string;
  text: string;
};

/** A broken rule: where, and what to do. */
export type Problem = { path: string; line?: number; text: string };

/** A rule of this repository that no linter knows. */
export type Rule = { id: string; find(files: readonly SourceFile[]): Problem[] };

const skippedFolders = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.git',
  '.ippo-data',
  '.venv-referees',
  '.stryker-tmp',
  'test-results',
  'playwright-report',
]);
const readable =
  /\.(?:ts|tsx|mjs|js|json|jsonc|md|ya?ml|css|html|sh|txt|tf)$|(?:^|\/)(?:Dockerfile|run)$/;

/** Every text file that is written by hand or generated into the repository. */
export function sourceFiles(root: string, folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : sourceFiles(root, path);
    if (!readable.test(path)) return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

/** TypeScript written by hand. */
export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.gen.ts');
}

/** Tests and what only tests use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.test-support\.ts$|(?:^|\/)(?:test-support|testing|fixtures)\//.test(path);
}

/** Every hit of a pattern (with the `g` flag) with its line. */
export function hits(
  file: SourceFile,
  pattern: RegExp,
  text: string,
  source = file.text,
): Problem[] {
  return [...source.matchAll(pattern)].map((hit) => ({
    path: file.path,
    line: lineAt(source, hit.index),
    text,
  }));
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The code without comments and with the same line breaks. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  );
}

/** The code without comments and without what stands between backticks, such as templates of files. */
export function withoutTexts(text: string): string {
  return withoutComments(text).replaceAll(/`(?:\\.|[^`\\])*`/g, (literal) =>
    literal.replaceAll(/[^\n]/g, ' '),
  );
}
