import { Worker } from 'node:worker_threads';
import type { JobAnswer, JobName, JobRequest, Jobs } from './jobs.ts';

type Waiting = { resolve: (result: unknown) => void; reject: (error: unknown) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; ends?: NodeJS.Timeout };

/** A thread holds some hundred megabytes: it goes when no scan needed it for this long. */
const idleMs = 5_000;
const entry = new URL('entry.ts', import.meta.url);

let thread: Thread | null = null;
let lastId = 0;

/**
 * Runs a job beside the event loop, so that who asks the API does not wait for a large account to be
 * judged. Started by the first job; rejects with what the job threw, or where the thread died.
 */
export async function inJudgeThread<Name extends JobName>(
  name: Name,
  ...given: Parameters<Jobs[Name]>
): Promise<ReturnType<Jobs[Name]>> {
  thread ??= start();
  const { worker, waiting } = thread;
  clearTimeout(thread.ends);
  worker.ref();
  lastId += 1;
  const request: JobRequest = { id: lastId, name, given };
  const result = new Promise<unknown>((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(request);
  return (await result) as ReturnType<Jobs[Name]>;
}

function start(): Thread {
  // What this process was started with (a debugger, a test's loader) is not for the thread.
  const worker = new Worker(entry, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const own: Thread = { worker, waiting: new Map() };
  worker.on('message', (answer: JobAnswer) => {
    const job = own.waiting.get(answer.id);
    own.waiting.delete(answer.id);
    if (own.waiting.size === 0) rest(own);
    if ('error' in answer) job?.reject(answer.error);
    else job?.resolve(answer.result);
  });
  worker.on('error', (error) => end(own, error));
  worker.on('exit', () => end(own, new Error('the thread that judges ended')));
  return own;
}

/** Lets the process end, and the thread too where nothing comes. */
function rest(own: Thread): void {
  own.worker.unref();
  own.ends = setTimeout(() => {
    if (thread === own) thread = null;
    void own.worker.terminate();
  }, idleMs).unref();
}

function end(own: Thread, error: unknown): void {
  if (thread === own) thread = null;
  clearTimeout(own.ends);
  for (const { reject } of own.waiting.values()) reject(error);
  own.waiting.clear();
}
