import { environment, onNode24, run } from './workspace.mjs';

// Judges the stored evidence with today's checks, then writes the golden reports anew.
await onNode24();
const judged = await run('node', ['apps/api/src/testing/make-assessments.ts'], {
  env: environment,
});
process.exitCode =
  judged ||
  (await run('vitest', ['run', 'packages/reports/src/golden'], {
    env: { ...environment, UPDATE_GOLDEN: '1' },
  }));
