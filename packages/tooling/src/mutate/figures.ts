import type { JudgedMutant } from './judged-mutants.ts';

/** A part of the code with its own bar; `least` is a percentage. */
export type Area = { name: string; folders: RegExp; mutate: readonly string[]; least: number };

const source = 'packages/checks/src';
const notCode = [`!${source}/**/*.test.ts`, `!${source}/*.gen.ts`, `!${source}/checks.ts`];

/** What is mutated: the engine with the score, and the checks with what they know of AWS. */
export const areas: readonly Area[] = [
  {
    name: 'engine and score',
    folders: /^(?:(?:judge|compare)\/|[^/]+$)/,
    mutate: [`${source}/*.ts`, `${source}/{judge,compare}/**/*.ts`, ...notCode],
    least: 85,
  },
  {
    name: 'checks',
    folders: /^(?:catalog|aws)\//,
    mutate: [`${source}/catalog/**/*.ts`, `${source}/aws/**/*.ts`, ...notCode],
    least: 80,
  },
];

/** How many changes were tried and noticed; the score is a percentage. */
export function figures(area: Area, mutants: readonly JudgedMutant[]) {
  const tried = mutants.filter(({ file }) => area.folders.test(file));
  return { name: area.name, least: area.least, ...count(tried) };
}

/** The same figures of any list. */
export function count(mutants: readonly JudgedMutant[]) {
  const total = mutants.length;
  const caught = mutants.filter((mutant) => mutant.caught).length;
  return { total, caught, score: total === 0 ? 100 : (100 * caught) / total };
}
