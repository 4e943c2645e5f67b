import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../../..');
const within = 60_000;

/** A server of its own whose clock the journey moves; an owner and an operator can sign in. */
export type ClockStack = {
  origin: string;
  /** From now on it is this instant there. */
  moveTo(instant: string): Promise<void>;
  stop(): Promise<void>;
};

/** The password of both. */
export const clockPassword = 'correct horse battery';

/** Starts one with the built pages and the demo's account; nothing of it outlives the journey. */
export async function startClockStack(instant: string): Promise<ClockStack> {
  const script = join(root, 'apps/api/src/testing/serve-with-clock.ts');
  // Pages that nobody else builds anew meanwhile.
  const pages = process.env.IPPO_E2E_PAGES;
  const server = spawn(process.execPath, [script, instant, ...(pages ? [pages] : [])], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  async function says(word: string): Promise<string> {
    const late = setTimeout(() => server.kill(), within);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the server ended before it said “${word}”`);
      if (!value.startsWith(`${word} `)) continue;
      clearTimeout(late);
      return value.slice(word.length + 1);
    }
  }
  return {
    origin: await says('serves'),
    async moveTo(at) {
      server.stdin.write(`${at}\n`);
      await says('clock');
    },
    async stop() {
      server.stdin.end();
      server.kill();
      await ended;
    },
  };
}
