import type { Evidence, EvidenceReading, ScanEnd } from '@ippo/contracts';
import { instant } from './clock.ts';
import type { Identity } from './identify.ts';
import type { AwsSession } from './session.ts';
import type { Taken } from './take-reading.ts';

type Collected = {
  identity: Identity;
  startedAt: string;
  ended: ScanEnd;
  taken: readonly Taken[];
  skews: readonly number[];
};

/** The evidence document, in an order that does not depend on which answer came first. */
export function evidenceOf(session: AwsSession, collected: Collected): Evidence {
  const sorted = collected.taken.toSorted((a, b) =>
    compare(placeOf(a.reading), placeOf(b.reading)),
  );
  const calls: Evidence['calls'] = [];
  const readings = sorted.map(({ reading, calls: own }): EvidenceReading => {
    const from = calls.length;
    calls.push(...own);
    return { ...reading, calls: own.map((_, at) => from + at) };
  });
  const { account, arn, partition } = collected.identity;
  return {
    format: 1,
    source: session.source,
    account,
    partition,
    caller: arn,
    startRegion: session.startRegion,
    startedAt: collected.startedAt,
    finishedAt: instant(session.clock.now()),
    ended: collected.ended,
    clockSkewSeconds: secondsOf(collected.skews),
    operations: [...session.operations],
    readings,
    calls,
  };
}

function placeOf({ type, region, resource = '' }: EvidenceReading): string[] {
  return [type, region, resource];
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** The median; AWS's `Date` has whole seconds, so anything below one is none. */
function secondsOf(skews: readonly number[]): number {
  const median = skews.toSorted((a, b) => a - b)[Math.floor(skews.length / 2)] ?? 0;
  return Math.trunc(median / 1000) || 0;
}
