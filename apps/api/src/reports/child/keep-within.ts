import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { Worker } from 'node:worker_threads';

/**
 * Ends this process by `tooLargeSignal` once it holds more memory than its first argument says, in bytes. Where a
 * whole container runs out of memory before, this process goes first and the server stays.
 */
export function keepWithinMemory(): void {
  new Worker(new URL('watchdog.ts', import.meta.url), {
    workerData: { mostBytes: Number(process.argv[2]) },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  }).unref();
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Another system than Linux, which decides by itself.
  }
}
