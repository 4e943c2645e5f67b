// The suites of store, queue and server once more, on a real PostgreSQL server of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vitest } from './counts.mjs';
import { onNode24, root } from './workspace.mjs';

await onNode24();
const folder = mkdtempSync(join(tmpdir(), 'ippo-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const named = process.argv.slice(2);
const suites = ['auth', 'http', 'jobs', 'routes', 'scan', 'server', 'store'];
const { passed, failed } = await vitest(
  folder,
  [
    ...['--project', 'apps/api'],
    ...(named.length > 0 ? named : suites.map((name) => `apps/api/src/${name}/`)),
  ],
  [process.execPath, join(root, 'apps/api/src/testing/with-postgres.ts')],
);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
