import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { tooLargeSignal } from './limits.ts';

const { mostBytes } = workerData as { mostBytes: number };

// A thread of its own, since what it watches may not come back to its event loop for seconds. The memory of
// native code is in no heap: only what the whole process holds tells of it.
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.kill(process.pid, tooLargeSignal);
}, 100);
