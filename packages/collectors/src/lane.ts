import { GLOBAL } from '@ippo/contracts';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Limits } from './limits.ts';

/** One region's way to AWS: a bounded number of calls, and a deadline while nothing has answered. */
export type Lane = {
  /** Aborts when the region stayed silent for too long. */
  silent: AbortSignal;
  /** Runs a call when there is room for it here and overall. */
  run<T>(call: () => Promise<T>): Promise<T>;
  /** Something answered: the region is alive, whatever it said. */
  heard(): void;
  close(): void;
};

/** Our own deadline passed. */
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function openLane(region: string, overall: LimitFunction, limits: Limits): Lane {
  const here = pLimit(limits.concurrentPerRegion);
  const silence = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let alive = region === GLOBAL;

  function listen() {
    if (alive || timer) return;
    timer = setTimeout(
      () => silence.abort(new TimeoutError('The region stayed silent.')),
      limits.silentRegionMs,
    );
  }

  return {
    silent: silence.signal,
    run: (call) =>
      here(() =>
        overall(() => {
          listen();
          return call();
        }),
      ),
    heard() {
      alive = true;
      clearTimeout(timer);
    },
    close: () => clearTimeout(timer),
  };
}
