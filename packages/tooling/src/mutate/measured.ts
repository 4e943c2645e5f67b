import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';
import { areas } from './figures.ts';
import type { JudgedMutant } from './judged-mutants.ts';
import { reasonOf } from './survivors.ts';

/** What was measured of all files, the last time each was tried. */
export type Measured = {
  mutants: JudgedMutant[];
  /** The day of the oldest and of the newest result (UTC). */
  from: string;
  to: string;
  /** Whether every file that is mutated has a result, of what it says today. */
  complete: boolean;
};

type FileResult = { at: string; digest: string; mutants: JudgedMutant[] };

const folder = join(root, 'node_modules/.cache/mutation');
const source = join(root, 'packages/checks/src');

/** What every file that is mutated says now: to be taken before a run, which reads the files at its start. */
export function digests(): ReadonlyMap<string, string> {
  return new Map(mutatedFiles().map((file) => [file, digest(file)]));
}

/**
 * Keeps the results of a run by file, outside the repository. Of a run of some lines only (`partly`), they take
 * the place of those lines' earlier results. Returns the files whose results cannot be kept: those that changed
 * meanwhile, or lack earlier results of what they say today.
 */
export function keep(
  mutants: readonly JudgedMutant[],
  run: { before: ReadonlyMap<string, string>; at: Date; partly: boolean },
): string[] {
  return [...Map.groupBy(mutants, ({ file }) => file)].flatMap(([file, ofFile]) => {
    const now = digest(file);
    const earlier = run.partly ? read(file) : { at: run.at.toISOString(), mutants: [] };
    if (run.before.get(file) !== now || earlier === null) return [file];
    const untouched = earlier.mutants.filter((old) => !ofFile.some((one) => isSame(one, old)));
    const path = join(folder, `${file}.json`);
    mkdirSync(dirname(path), { recursive: true });
    const result: FileResult = { at: earlier.at, digest: now, mutants: [...untouched, ...ofFile] };
    writeFileSync(path, JSON.stringify(result));
    return [];
  });
}

function isSame(one: JudgedMutant, other: JudgedMutant): boolean {
  return one.line === other.line && one.was === other.was && one.becomes === other.becomes;
}

/** Reads the results of every file that still exists; a file without code that can change needs none. */
export function kept(): Measured {
  const results = mutatedFiles().map((file) => ({ file, result: read(file) }));
  const days = results.flatMap(({ result }) => (result ? [result.at.slice(0, 10)] : [])).sort();
  return {
    mutants: results.flatMap(({ result }) => result?.mutants ?? []).map(explained),
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    complete: results.every(({ file, result }) => result !== null || hasNoCode(file)),
  };
}

function mutatedFiles(): string[] {
  const patterns = areas.flatMap((area) => [...area.mutate]);
  const taken = patterns.filter((pattern) => !pattern.startsWith('!'));
  const left = patterns.flatMap((pattern) => (pattern.startsWith('!') ? [pattern.slice(1)] : []));
  return globSync(taken, { cwd: root, exclude: left })
    .map((path) => path.replace('packages/checks/src/', ''))
    .sort();
}

/** Types and re-exports only: nothing stands there that a mutant could change. */
function hasNoCode(file: string): boolean {
  const text = readFileSync(join(source, file), 'utf8');
  return !/\b(?:function|const|=>)/.test(text) || /^export \{/m.test(text);
}

function explained({ why: _before, ...mutant }: JudgedMutant): JudgedMutant {
  const why = reasonOf(mutant);
  return why === undefined ? mutant : { ...mutant, why };
}

function read(file: string): FileResult | null {
  const path = join(folder, `${file}.json`);
  if (!existsSync(path)) return null;
  const result: FileResult = JSON.parse(readFileSync(path, 'utf8'));
  return result.digest === digest(file) ? result : null;
}

function digest(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(source, file)))
    .digest('hex');
}
