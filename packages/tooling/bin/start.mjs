import { join } from 'node:path';
import { buildWeb, onNode24, root, run } from './workspace.mjs';

await onNode24();
const built = await buildWeb();
if (built !== 0) process.exit(built);
const main = join(root, 'apps/api/src/main.ts');
process.exit(await run(process.execPath, [main, ...process.argv.slice(2)]));
