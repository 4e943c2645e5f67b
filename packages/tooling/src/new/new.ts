import { parseArgs } from 'node:util';
import { root } from '../root.ts';
import { create, usage, UsageError } from './create.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      service: { type: 'string' },
      evidence: { type: 'string' },
      root: { type: 'string' },
    },
  });
  const [kind = '', id = ''] = positionals;
  const made = await create(values.root ?? root, { kind, id, ...values });
  for (const file of made.written) console.log(`wrote ${file}`);
  for (const problem of made.problems) console.error(problem);
  process.exitCode = made.problems.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof TypeError)) throw error;
  console.error(`new: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
