import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { DomainError } from '@ippo/contracts';
import { childLimits, tooLargeSignal } from './child/limits.ts';
import { messagesOf, type FromChild, type ReportJob } from './report-job.ts';

const makesReports = new URL('child/entry.ts', import.meta.url);

/** Lets glibc return what native code freed: else a pack holds what its PDF took until it is written. */
const givesMemoryBack = {
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

/** What a child wrote so far may wait here for a slow line, so that the child can end. */
const waitingBytes = 64 * 2 ** 20;

/** A file while it is made. */
export type ChildRendering = {
  fileName: string;
  mediaType: string;
  /** Fails with a DomainError where the child did not come to its end. */
  bytes: Readable;
};

export type ChildOptions = {
  /** Ends the child. */
  signal: AbortSignal;
  /** Instead of `childLimits`. */
  seconds?: number | undefined;
  mostBytes?: number;
  /** Instead of the file that makes reports. */
  entry?: URL;
  /** Called once, when the child is gone. */
  ended(): void;
  /** What the child said of its failure: for the log, not for people. */
  tell(why: string): void;
};

/**
 * Makes a file in a process of its own, so that neither its time nor its memory are the server's. Resolves
 * with the first bytes. Throws DomainError `report-too-large`, `report-timed-out` or `report-failed`.
 */
export async function renderInChild(
  job: ReportJob,
  options: ChildOptions,
): Promise<ChildRendering> {
  const { seconds = childLimits.seconds, mostBytes = childLimits.mostBytes } = options;
  const { entry = makesReports, signal, ended, tell } = options;
  const child = fork(entry, [String(mostBytes)], {
    // What this process was started with, and every secret of its environment, is not for the child.
    ...{ env: givesMemoryBack, serialization: 'advanced' },
    execArgv: [
      `--max-old-space-size=${childLimits.heapMegabytes}`,
      ...['--max-semi-space-size=8', '--expose-gc'],
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1_000);
  const kill = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });

  const said = lastWords(child);
  let why: string | null = null;
  let problem: DomainError | null = null;
  const bytes = new PassThrough({ highWaterMark: waitingBytes });
  const begun = Promise.withResolvers<Extract<FromChild, { kind: 'begun' }>>();
  child.on('message', (message: FromChild) => {
    if (message.kind === 'begun') begun.resolve(message);
    else {
      ({ why } = message);
      if (message.problem) problem = new DomainError(message.problem.code, message.problem.params);
    }
  });
  child.on('error', (error) => void (why ??= error.message));
  child.once('close', (code, by) => {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    ended();
    if (code === 0) {
      bytes.end();
      return;
    }
    if (!signal.aborted && !problem) tell(why ?? `${by ?? `exit ${code}`}: ${said()}`);
    const failure =
      problem ?? problemOf({ late, stopped: signal.aborted, by, said: said(), seconds });
    begun.reject(failure);
    bytes.destroy(failure);
  });
  // Its failure is told to whoever waits for the beginning, or reads.
  bytes.on('error', () => {});
  (child.stdio[4] as Readable).pipe(bytes, { end: false });
  if (signal.aborted) kill();
  // Not waited for: a child that is killed meanwhile ends `begun` first. What went wrong here, `close` tells.
  void handOver(child, job).catch(() => {});
  const { fileName, mediaType } = await begun.promise;
  return { fileName, mediaType, bytes };
}

function problemOf(end: {
  late: boolean;
  /** By us, as nobody waits for it any more. */
  stopped: boolean;
  by: NodeJS.Signals | null;
  said: string;
  seconds: number;
}): DomainError {
  if (end.late) return new DomainError('report-timed-out', { seconds: String(end.seconds) });
  // V8 says so and aborts where its heap is full; the kernel kills without a word where the machine is.
  const ended = end.by === tooLargeSignal || (end.by === 'SIGKILL' && !end.stopped);
  const full = ended || /heap out of memory/i.test(end.said);
  return new DomainError(full ? 'report-too-large' : 'report-failed');
}

/** Writes one message after the other: all at once would hold the event loop. */
async function handOver(child: ChildProcess, job: ReportJob): Promise<void> {
  if (child.pid === undefined) await once(child, 'spawn');
  for (const message of messagesOf(job))
    await new Promise<void>((sent, failed) => {
      child.send(message, (error) => (error ? failed(error) : sent()));
    });
}

/** The end of what a child said to standard error. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (some: string) => {
    text = (text + some).slice(-4_000);
  });
  return () => text;
}
