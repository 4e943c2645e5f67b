import { root } from '../root.ts';
import { generate } from './generate.ts';

const { values, problem } = readArguments(process.argv.slice(2));
if (problem) {
  console.error(problem);
  process.exit(2);
}
const { stale, written, problems } = await generate(values.root ?? root, values.check);
for (const file of written) console.log(`wrote ${file}`);
for (const file of stale) console.error(`stale: ${file} (run pnpm gen)`);
for (const text of problems) console.error(text);
process.exitCode = stale.length + problems.length > 0 ? 1 : 0;

function readArguments(args: readonly string[]) {
  const values = { check: false, root: undefined as string | undefined };
  for (const arg of args) {
    if (arg === '--check') values.check = true;
    else if (arg.startsWith('--root=')) values.root = arg.slice('--root='.length);
    else return { values, problem: `gen: unknown argument ${arg}; usage: pnpm gen [--check]` };
  }
  return { values, problem: null };
}
