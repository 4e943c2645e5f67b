/**
 * `pnpm mutate`: changes the engine and the checks one place at a time and asks the tests to notice.
 * Without arguments it runs all and writes `docs/mutation.md`; with file names it only prints what survives.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../root.ts';
import { areas, figures } from './figures.ts';
import { mutationPage } from './page.ts';
import { judgedMutants } from './judged-mutants.ts';

const here = 'packages/tooling/src/mutate';
const files = process.argv.slice(2);
// Properties are tried often enough in every test run; a mutant needs few tries each.
process.env['IPPO_TEST_RUNS'] ??= '20';
process.chdir(root);

const began = performance.now();
const results = await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', join(root, here, 'texts-ignorer.ts')],
  ignorers: ['texts'],
  mutate: files.length > 0 ? files : areas.flatMap((area) => [...area.mutate]),
  ignorePatterns: [
    '**',
    '!package.json',
    '!packages/checks/package.json',
    '!packages/checks/src/**',
    `!${here}/**`,
  ],
  vitest: { configFile: `${here}/vitest.config.ts`, pool: 'threads' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  disableTypeChecks: true,
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
}).runMutationTest();
const minutes = (performance.now() - began) / 60_000;

const mutants = judgedMutants(results);
for (const { file, line, was, becomes, why } of mutants.filter(({ caught }) => !caught))
  console.log(`\n${file}:${line}${why === undefined ? '' : ` (${why})`}\n- ${was}\n+ ${becomes}`);
const measured = areas.map((area) => figures(area, mutants)).filter(({ total }) => total > 0);
for (const { name, caught, total, score, least } of measured)
  console.log(
    `\n${name}: ${caught} of ${total} noticed, ${score.toFixed(1)} % (at least ${least})`,
  );
console.log(`${minutes.toFixed(1)} minutes`);
if (files.length === 0)
  writeFileSync(join(root, 'docs/mutation.md'), mutationPage({ mutants, minutes, at: new Date() }));
process.exitCode = measured.every(({ score, least }) => score >= least) ? 0 : 1;
