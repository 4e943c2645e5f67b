import {
  evidenceTypes,
  type Call,
  type EvidenceId,
  type EvidenceReading,
  type ReadingReason,
} from '@ippo/contracts';
import { openAsk } from './ask.ts';
import { instant } from './clock.ts';
import type { Collector, Context, Parents, Target } from './define-collector.ts';
import { actionOf } from './iam-actions.ts';
import { sameErrorName } from './reading-reasons.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run.ts';

/** A reading with the calls it rests on, before all calls of the scan are numbered. */
export type Taken = { reading: EvidenceReading; calls: Call[] };

/** Makes one reading: the value, or the reason why not; it never throws. */
export async function takeReading(
  run: Run,
  collector: Collector,
  target: Target,
  account: string,
  parents: Parents<EvidenceId>,
): Promise<Taken> {
  const calls: Call[] = [];
  const { clock } = run.session;
  const context: Context<EvidenceId> = {
    account,
    parents,
    now: clock.now,
    wait: (milliseconds) =>
      clock.wait(milliseconds, run.signal).catch(() => {
        throw new Refusal('not-asked');
      }),
  };
  const place = { type: collector.evidence, ...target, calls: [] };
  try {
    const answer = await collector.collect(openAsk(run, target.region, calls), target, context);
    const value = valueOf(collector.evidence, answer);
    return { reading: readable(place, value, lastAt(calls, clock.now())), calls };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('unexpected', nameOf(error));
    const at = lastAt(calls, clock.now());
    if (collector.absentWhen?.some((name) => sameErrorName(name, refusal.detail ?? ''))) {
      for (const call of calls.slice(-1)) call.outcome = 'answered';
      return { reading: readable(place, null, at), calls };
    }
    const reason = collector.refusedAs?.(refusal.reason, context) ?? refusal.reason;
    return { reading: unreadable(collector, place, refusal, reason, at), calls };
  }
}

/** A reading that this run was not to make. */
export function notAsked(collector: Collector, target: Target, now: number): EvidenceReading {
  const place = { type: collector.evidence, ...target, calls: [] };
  return unreadable(collector, place, new Refusal('not-asked'), 'not-asked', instant(now));
}

type Place = { type: EvidenceId; region: string; resource?: string; calls: number[] };

/** Keeps the fields that the evidence type names; anything else that AWS sent is dropped here. */
function valueOf(evidence: EvidenceId, answer: unknown): unknown {
  const parsed = evidenceTypes[evidence].value.safeParse(withInstants(answer));
  if (parsed.success && answer !== null) return parsed.data;
  throw new Refusal('malformed', parsed.error?.issues[0]?.path.join('.') || 'answer');
}

/** The SDK's dates as evidence writes them; an unparsable one stays what it is, and is refused by the schema. */
function withInstants(value: unknown): unknown {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'unparsable date' : value.toISOString();
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => [name, withInstants(field)]),
  );
}

function readable(place: Place, value: unknown, at: string): EvidenceReading {
  return { ...place, at, readable: true, value } as EvidenceReading;
}

function unreadable(
  collector: Collector,
  place: Place,
  { detail, operation, partial }: Refusal,
  reason: ReadingReason,
  at: string,
): EvidenceReading {
  const known = evidenceTypes[place.type].value.safeParse(withInstants(partial));
  return {
    ...place,
    at,
    readable: false,
    reason,
    action: actionOf(operation ?? collector.operations[0]),
    ...(detail && { detail }),
    ...(partial !== undefined && known.success && { partial: known.data }),
  };
}

function lastAt(calls: readonly Call[], now: number): string {
  return (
    calls
      .map((call) => call.at)
      .toSorted()
      .at(-1) ?? instant(now)
  );
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Unknown';
}
