/**
 * `pnpm mutate`: changes the engine and the checks one place at a time and asks the tests to notice.
 * With file names it tries those only (`a.ts:12-14`: those lines); what was measured of the rest before stays on
 * `docs/mutation.md`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../root.ts';
import { areas, figures } from './figures.ts';
import { judgedMutants } from './judged-mutants.ts';
import { digests, keep, kept } from './measured.ts';
import { mutationPage } from './page.ts';
import { unneeded } from './survivors.ts';

const here = 'packages/tooling/src/mutate';
const files = process.argv.slice(2);
// Properties are tried often enough in every test run; a mutant needs few tries each.
process.env['IPPO_TEST_RUNS'] ??= '20';
process.chdir(root);
const before = digests();
const partly = files.some((file) => /:\d/.test(file));

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

const tried = judgedMutants(results);
for (const { file, line, was, becomes, why } of tried.filter(({ caught }) => !caught))
  console.log(`\n${file}:${line}${why === undefined ? '' : ` (${why})`}\n- ${was}\n+ ${becomes}`);
for (const file of keep(tried, { before, at: new Date(), partly }))
  console.log(
    `\n${file} changed meanwhile, or was never measured as a whole: its result is not kept.`,
  );
const measured = kept();
for (const { name, caught, total, score } of areas.map((area) => figures(area, tried)))
  if (total > 0) console.log(`\n${name}: ${caught} of ${total} noticed, ${score.toFixed(1)} %`);
const shown = areas.map((area) => figures(area, measured.mutants));
for (const { file, change } of measured.complete
  ? unneeded(measured.mutants.filter(({ caught }) => !caught))
  : [])
  console.log(`\nExplained, but noticed by now: ${file} ${change.join(' → ')}`);
if (measured.complete) writeFileSync(join(root, 'docs/mutation.md'), mutationPage(measured));
else console.log('\nNot every file was measured here yet: docs/mutation.md stays as it is.');
process.exitCode = shown.every(({ score, least }) => score >= least) ? 0 : 1;
