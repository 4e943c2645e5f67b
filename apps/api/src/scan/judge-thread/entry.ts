import { parentPort } from 'node:worker_threads';
import { jobs, type JobAnswer, type JobRequest } from './jobs.ts';

if (!parentPort) throw new Error('this file runs in a thread of its own');
const port = parentPort;

port.on('message', ({ id, name, given }: JobRequest) => {
  try {
    // The caller's types tie each job to its arguments; between threads they are plain values.
    const run = jobs[name] as (...values: unknown[]) => unknown;
    port.postMessage({ id, result: run(...given) } satisfies JobAnswer);
  } catch (error) {
    port.postMessage({ id, error } satisfies JobAnswer);
  }
});
