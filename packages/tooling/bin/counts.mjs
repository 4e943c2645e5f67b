// How many tests passed and failed: what the commands of the gate end with.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, run } from './workspace.mjs';

/** Runs unit tests and counts them; `before` is a command that runs vitest as its own, `env` is added. */
export async function vitest(folder, args, { before = [], env = {} } = {}) {
  const file = join(folder, 'vitest.json');
  const [program, ...rest] = [
    ...before,
    ...['vitest', 'run', ...args],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ];
  const status = await run(program, rest, { env: { ...environment, ...env } });
  const report = read(file);
  // A file that does not even load has no tests that could fail.
  const broken = (report?.testResults ?? []).filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  return counted(status, report?.numPassedTests, (report?.numFailedTests ?? 0) + broken);
}

/** A run that ended badly without naming a failed test counts as one failure, never as none. */
export function counted(status, passed = 0, failed = 0) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

/** A JSON file, or null where it was not written. */
export function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
