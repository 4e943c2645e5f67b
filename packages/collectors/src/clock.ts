import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the collectors see it, so that a test neither sleeps nor depends on the hour. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after a while, rejects with the signal's reason when that comes first. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: Date.now,
  async wait(milliseconds, signal) {
    await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
  },
};

/** A clock that stands still and never keeps anybody waiting. */
export function frozenClock(at: Date): Clock {
  return {
    now: () => at.getTime(),
    async wait(_milliseconds, signal) {
      signal.throwIfAborted();
    },
  };
}

/** An instant as evidence holds it. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
