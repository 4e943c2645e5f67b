import { posix } from 'node:path';
import { isCode, lineAt, withoutTexts, type SourceFile } from './source-file.ts';

/** One import of a file: what it names and, for a relative one, the path that it means. */
export type Import = {
  specifier: string;
  target: string | null;
  line: number;
  /** Gone when the program runs. */
  typeOnly: boolean;
};

const pattern =
  /(?:^|[;}\n])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[;}\n])\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every import of a hand-written file, type imports and dynamic ones included. */
export function importsOf(file: SourceFile): Import[] {
  if (!isCode(file.path)) return [];
  const code = withoutTexts(file.text);
  return [...code.matchAll(pattern)].map((hit) => {
    const specifier = hit[1] ?? hit[2] ?? hit[3] ?? '';
    return {
      specifier,
      target: specifier.startsWith('.')
        ? posix.normalize(posix.join(posix.dirname(file.path), specifier))
        : null,
      typeOnly: /^[;}\s]*(?:import|export)\s+type\s/.test(hit[0]),
      line: lineAt(code, hit.index + hit[0].length),
    };
  });
}
