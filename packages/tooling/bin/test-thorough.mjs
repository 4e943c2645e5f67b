// The long tests that `pnpm test` leaves out: every fault of every operation, properties, fuzz, harmed machines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vitest } from './counts.mjs';
import { onNode24 } from './workspace.mjs';

await onNode24();
const folder = mkdtempSync(join(tmpdir(), 'ippo-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const { passed, failed } = await vitest(folder, ['.thorough.test', '.fuzz.test']);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
