import type { Sighted } from '../evidence-view.ts';
import { unread, unknown, type Verdict } from '../verdict.ts';
import {
  deliveryError,
  isForeign,
  isLogging,
  keepsWrites,
  type KnownTrail,
  type SelectingTrail,
} from './trails.ts';

/** Why a trail does not do, worst last: the nearer it is to doing, the more its reason helps. */
const flaws = ['trail-stopped', 'no-write-management-events', 'delivery-error'] as const;
export type Flaw = (typeof flaws)[number];

/** Whether a trail does what a check asks: it does, it has a flaw, or a reading is missing. */
export type Fitness =
  | { state: 'fit' }
  | { state: 'flawed'; flaw: Flaw }
  | { state: 'unread'; reading: Sighted<unknown> };

/** Judges a trail: logging, write management events, and with `delivery` no error at the bucket. */
export function fitness(known: SelectingTrail, ask: { delivery: boolean }): Fitness {
  const logging = isLogging(known);
  const writes = keepsWrites(known);
  if (logging === false) return { state: 'flawed', flaw: 'trail-stopped' };
  if (writes === false) return { state: 'flawed', flaw: 'no-write-management-events' };
  if (ask.delivery && deliveryError(known) !== null)
    return { state: 'flawed', flaw: 'delivery-error' };
  if (logging === null) return { state: 'unread', reading: known.status };
  if (writes === null) return { state: 'unread', reading: known.selectors };
  return { state: 'fit' };
}

/** Whether a trail has just this flaw: only such a one may be named beside it. */
export function hasFlaw(found: Fitness, flaw: Flaw): boolean {
  return found.state === 'flawed' && found.flaw === flaw;
}

/** The flaw to speak of among several trails: that of the one nearest to doing. */
export function nearestFlaw(found: readonly Fitness[]): Flaw | undefined {
  const present = new Set(found.map((one) => (one.state === 'flawed' ? one.flaw : null)));
  return flaws.findLast((flaw) => present.has(flaw));
}

/** The verdict where a trail that could decide was not read. */
export function trailUnread(
  known: KnownTrail,
  reading: Sighted<unknown>,
  account: string,
): Verdict<'not-read' | 'org-trail-status-unreadable'> {
  if (isForeign(known, account) && reading === known.status)
    return unknown('org-trail-status-unreadable', { trail: known.arn }, reading);
  return unread(reading);
}
