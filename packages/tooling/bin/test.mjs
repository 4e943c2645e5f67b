import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, read, vitest } from './counts.mjs';
import { buildWeb, environment, onNode24, root, run } from './workspace.mjs';

await onNode24();
const folder = mkdtempSync(join(tmpdir(), 'ippo-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const unit = await unitTests();
const browser = await browserTests();
const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed;
console.log(`\nunit: ${unit.passed} passed, ${unit.failed} failed`);
console.log(`browser: ${browser.passed} passed, ${browser.failed} failed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function unitTests() {
  return vitest(folder, [], { env: { TEST_SET: 'quick' } });
}

async function browserTests() {
  if ((await buildWeb()) !== 0) return { passed: 0, failed: 1 };
  const file = join(folder, 'playwright.json');
  const status = await run(
    join(root, 'apps/e2e/node_modules/.bin/playwright'),
    ['test', '--reporter=list,json'],
    { cwd: join(root, 'apps/e2e'), env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
  );
  const stats = read(file)?.stats;
  return counted(status, stats && stats.expected + stats.flaky, stats?.unexpected);
}
