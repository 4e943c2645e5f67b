import { GLOBAL, type Call } from '@ippo/contracts';
import pLimit from 'p-limit';
import { openLane, type Lane } from './lane.ts';
import type { AwsSession } from './session.ts';

/** What one scan shares: its session, its end, its lanes. */
export type Run = {
  session: AwsSession;
  /** Aborts when the scan was cancelled or its budget is spent. */
  signal: AbortSignal;
  lane(region: string): Lane;
  /** Whether a question may be asked at all; without it every one may. */
  mayAsk?(operation: string, region: string, input: unknown): boolean;
  /** AWS's clock minus ours in milliseconds, one for each answer. */
  skews: number[];
  /** Told before and after each call, for the progress. */
  watch: { sent(call: Call): void; ended(call: Call): void };
  close(): void;
};

export function openRun(
  session: AwsSession,
  signal: AbortSignal,
  watch: Run['watch'] = { sent: () => {}, ended: () => {} },
): Run {
  const overall = pLimit(session.limits.concurrent);
  const lanes = new Map<string, Lane>();
  return {
    session,
    signal,
    skews: [],
    watch,
    lane(region) {
      const lane = lanes.get(region) ?? openLane(region, overall, session.limits);
      lanes.set(region, lane);
      return lane;
    },
    close: () => lanes.forEach((lane) => lane.close()),
  };
}

/** Where a region label is asked. */
export function clientRegion(session: AwsSession, region: string): string {
  return region === GLOBAL ? session.startRegion : region;
}
