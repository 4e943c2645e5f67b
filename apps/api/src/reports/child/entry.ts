import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import process from 'node:process';
import { DomainError } from '@ippo/contracts';
import { jobOf, type FromChild, type JobHead, type ToChild } from '../report-job.ts';
import { keepWithinMemory } from './keep-within.ts';
import { render } from './render.ts';

const bytesAtOnce = 64 * 1024;

keepWithinMemory();

let head: JobHead | null = null;
const facts = new Map<string, string>();

process.on('message', (message: ToChild) => {
  if (message.kind === 'head') head = message.head;
  else if (message.kind === 'facts')
    for (const [digest, body] of message.facts) facts.set(digest, body);
  else void write();
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit(1));

async function write(): Promise<void> {
  try {
    if (head === null) throw new Error('no job came before the word to begin');
    const { begun, parts } = await render(jobOf(head, facts));
    forget();
    await tell(begun);
    // Not standard output, where a library may have something to say.
    const out = createWriteStream('', { fd: 4 });
    for await (const some of gathered(parts)) if (!out.write(some)) await once(out, 'drain');
    await new Promise<void>((ended) => void out.end(ended));
    process.exit(0);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const known = error instanceof DomainError ? { code: error.code, params: error.params } : null;
    await tell({ kind: 'failed', why, ...(known && { problem: known }) });
    process.exit(1);
  }
}

/** What was opened is in the report now; the memory is for whoever writes it, outside this heap too. */
function forget(): void {
  head = null;
  facts.clear();
  globalThis.gc?.();
}

async function tell(message: FromChild): Promise<void> {
  await new Promise<void>((told) => void process.send?.(message, () => told()));
}

/** Parts of some size instead of many small ones. */
async function* gathered(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer, void> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    waiting.push(bytes);
    size += bytes.length;
    if (size < bytesAtOnce) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
