import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { root } from '../root.ts';
import { reasonOf } from './survivors.ts';

/** One change that was tried: what the code said, what it said instead, and whether a test noticed. */
export type JudgedMutant = {
  /** Path below `packages/checks/src`. */
  file: string;
  line: number;
  /** The line where it begins. */
  source: string;
  was: string;
  becomes: string;
  caught: boolean;
  /** Why no test can or need notice, where somebody looked. */
  why?: string;
};

/** Every mutant that was really tried: neither left out as a text nor unable to load. */
export function judgedMutants(results: readonly MutantResult[]): JudgedMutant[] {
  return results
    .filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
    .map((result): JudgedMutant => {
      const path = relative(root, result.fileName);
      const mutant = {
        file: path.replace('packages/checks/src/', ''),
        line: result.location.start.line,
        source: (linesOf(path)[result.location.start.line - 1] ?? '').trim(),
        was: sourceOf(path, result.location),
        becomes: oneLine(result.replacement),
        caught: result.status === 'Killed' || result.status === 'Timeout',
      };
      const why = reasonOf(mutant);
      return why === undefined ? mutant : { ...mutant, why };
    });
}

const sources = new Map<string, string[]>();

function linesOf(path: string): string[] {
  const lines = sources.get(path) ?? readFileSync(join(root, path), 'utf8').split('\n');
  sources.set(path, lines);
  return lines;
}

function sourceOf(path: string, { start, end }: MutantResult['location']): string {
  const taken = linesOf(path).slice(start.line - 1, end.line);
  const last = taken.length - 1;
  taken[last] = taken[last]?.slice(0, end.column - 1) ?? '';
  taken[0] = taken[0]?.slice(start.column - 1) ?? '';
  return oneLine(taken.join('\n'));
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, ' ');
}
