import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

async function unitTests() {
  const file = join(folder, 'vitest.json');
  const status = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  // A file that does not even load has no tests that could fail.
  const broken = (report?.testResults ?? []).filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return counted(status, report?.numPassedTests, (report?.numFailedTests ?? 0) + broken);
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

/** A run that ended badly without naming a failed test counts as one failure, never as none. */
function counted(status, passed = 0, failed = 0) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
