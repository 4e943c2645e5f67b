import { DomainError } from '@ippo/contracts';
import type { Logger } from 'pino';
import { renderInChild, type ChildRendering } from './report-child.ts';
import type { ReportJob } from './report-job.ts';

/** So many wait while one is made; more are told to come again. */
const mostWaiting = 4;

/** Makes reports, one at a time in this process. */
export type ReportWork = {
  /**
   * Waits for its turn, then makes a file. Throws DomainError `report-busy`, or what `renderInChild` throws.
   * `gather` is called when its turn has come, so that nothing large waits.
   */
  make(
    gather: () => Promise<ReportJob>,
    options: { signal: AbortSignal; seconds?: number | undefined },
  ): Promise<ChildRendering>;
  /** Ends what is being made. */
  close(): void;
};

/** Opens the one place of this process where reports are made. */
export function openReportWork(log: Pick<Logger, 'error' | 'warn'>): ReportWork {
  const closing = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let inLine = 0;

  /**
   * Takes the place once it is free; returns what gives it back, which may be called twice. Who leaves while they
   * wait is not in line any more: else a few who left would send others away.
   */
  async function place(signal: AbortSignal): Promise<() => void> {
    if (inLine > mostWaiting) {
      log.warn({ inLine }, 'a report was refused: enough others are in line');
      throw new DomainError('report-busy');
    }
    inLine += 1;
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = before.then(() => promise);
    void promise.then(() => {
      inLine -= 1;
    });
    const leave = () => resolve();
    signal.addEventListener('abort', leave, { once: true });
    await before;
    signal.removeEventListener('abort', leave);
    return resolve;
  }

  return {
    async make(gather, { signal, ...rest }) {
      const either = AbortSignal.any([signal, closing.signal]);
      either.throwIfAborted();
      const free = await place(either);
      try {
        either.throwIfAborted();
        const job = await gather();
        return await renderInChild(job, {
          ...{ ...rest, signal: either, ended: free },
          tell: (why) => log.error({ why }, 'a report was not made'),
        });
      } catch (error) {
        free();
        throw error;
      }
    },
    close: () => closing.abort(),
  };
}
