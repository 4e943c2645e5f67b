import { randomInt } from 'node:crypto';
import { environment, onNode24, run } from './workspace.mjs';

await onNode24();
const [runs = '10000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
if (!/^\d+$/.test(runs) || !/^\d+$/.test(seed)) {
  console.error('Usage: pnpm fuzz [runs of each property] [seed]');
  process.exit(2);
}
console.log(`${runs} runs of each property, seed ${seed}`);
process.exitCode = await run('vitest', ['run', 'fuzz.test'], {
  env: { ...environment, IPPO_TEST_RUNS: runs, IPPO_TEST_SEED: seed },
});
