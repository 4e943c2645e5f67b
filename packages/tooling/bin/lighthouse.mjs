// Lighthouse and interactions against the built pages and the real server: `pnpm lighthouse [--write]`.
import { join } from 'node:path';
import { buildWeb, onNode24, root, run } from './workspace.mjs';

await onNode24();
const script = join(root, 'apps/e2e/src/lighthouse/lighthouse.ts');
const built = await buildWeb();
process.exitCode =
  built === 0 ? await run(process.execPath, [script, ...process.argv.slice(2)]) : built;
