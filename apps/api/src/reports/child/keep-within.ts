import process from 'node:process';
import { Worker } from 'node:worker_threads';

/** Ends this process by `tooLargeSignal` once it holds more memory than its first argument says, in bytes. */
export function keepWithinMemory(): void {
  new Worker(new URL('watchdog.ts', import.meta.url), {
    workerData: { mostBytes: Number(process.argv[2]) },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  }).unref();
}
