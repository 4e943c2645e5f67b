import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runStep, type Step } from './run-step.ts';
import { root } from './root.ts';

// Packages that run on Node are one program here: their shared sources are checked once.
const together = [
  'packages/collectors',
  'packages/pack',
  'packages/reports',
  'packages/tooling',
  'apps/api',
];
const projects = [
  'tsconfig.node.json',
  ...['packages', 'apps']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .filter((folder) => !together.includes(folder)),
];

/** The whole gate but the tests; the longest first, so that two cores end together. */
const steps: readonly Step[] = [
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'gen', command: ['node', 'packages/tooling/src/gen/gen.ts', '--check'] },
  { name: 'knip', command: ['knip'] },
  ...projects.map((path) => ({ name: `types ${path}`, command: ['tsc', '-p', path] })),
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'rules', command: ['node', 'packages/tooling/src/rules/rules.ts'] },
];

const asked = process.argv.slice(2);
const chosen = steps.filter(
  ({ name }) => asked.length === 0 || asked.some((word) => name.split(' ')[0] === word),
);
if (chosen.length === 0) {
  console.error(
    `verify: no such step; there are ${[...new Set(steps.map(({ name }) => name.split(' ')[0]))].join(', ')}`,
  );
  process.exit(2);
}

const began = performance.now();
const waiting = [...chosen];
let failed = 0;
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`verify: ${chosen.length - failed} of ${chosen.length} steps clean in ${seconds} s`);
process.exitCode = failed > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const { ok, output, seconds } = await runStep(step, root);
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(28)} ${seconds.toFixed(1)} s`);
    if (!ok) console.log(output.trimEnd());
    if (!ok) failed += 1;
  }
}
