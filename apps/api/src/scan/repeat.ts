import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Does something again and again, each time after a pause; a failure is logged and tried anew. */
export function repeat(
  everyMs: number,
  what: string,
  act: () => Promise<void>,
  log: Logger,
): () => Promise<void> {
  const end = new AbortController();
  async function go(): Promise<void> {
    while (!end.signal.aborted) {
      await act().catch((error: unknown) => log.error({ err: error }, `${what} failed`));
      await pause(everyMs, undefined, { signal: end.signal }).catch(() => {});
    }
  }
  const going = go();
  return async () => {
    end.abort();
    await going;
  };
}
