// The suites that open a store once more, on a real PostgreSQL server of their own.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vitest } from './counts.mjs';
import { onNode24, root } from './workspace.mjs';

await onNode24();
const folder = mkdtempSync(join(tmpdir(), 'ippo-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const named = process.argv.slice(2);
const { passed, failed } = await vitest(
  folder,
  ['--project', 'apps/api', ...(named.length > 0 ? named : suitesWithStore())],
  { before: [process.execPath, join(root, 'apps/api/src/testing/with-postgres.ts')] },
);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Every test file that opens a store by what may be either home. */
function suitesWithStore() {
  const api = join(root, 'apps/api/src');
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => /testing\/[\w-]*(?:-store|-install)\.ts/.test(text(join(api, name))))
    .map((name) => `apps/api/src/${name}`);
}

function text(file) {
  return readFileSync(file, 'utf8');
}
