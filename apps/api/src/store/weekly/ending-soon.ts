import type { Attestation, Week } from '@ippo/contracts';
import type { Database } from '../database.ts';
import { listAttestations } from '../attestations.ts';
import { listApproved, type StoredException } from '../exceptions.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const soonDays = 30;

/** The answers that count now and run out within 30 days, the newest to each question. */
export function answersEndingSoon(newestFirst: readonly Attestation[], now: Date): Week['ending'] {
  const standing = new Map<string, Attestation>();
  for (const answer of newestFirst) {
    const key = `${answer.check} ${answer.question}`;
    if (!standing.has(key)) standing.set(key, answer);
  }
  return [...standing.values()]
    .filter(({ until }) => isSoon(new Date(until), now))
    .map(({ check, question, by, until }) => ({
      kind: 'answer',
      check,
      what: question,
      by,
      until,
    }));
}

/** The exceptions that hold now and run out within 30 days. */
export function exceptionsEndingSoon(
  approved: readonly StoredException[],
  now: Date,
): Week['ending'] {
  return approved
    .filter(({ until }) => isSoon(until, now))
    .map(({ check, reason, owner, until }) => ({
      ...{ kind: 'exception' as const, check, what: reason, by: owner },
      until: until.toISOString(),
    }));
}

/** What ends soon in a chain, soonest first. */
export async function readEndingSoon(
  db: Database,
  chain: string,
  now: Date,
): Promise<Week['ending']> {
  const answers = answersEndingSoon(await listAttestations(db, chain, now), now);
  const accepted = exceptionsEndingSoon(await listApproved(db, [chain], now), now);
  return [...answers, ...accepted].toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
}

function isSoon(until: Date, now: Date): boolean {
  const left = until.getTime() - now.getTime();
  return left > 0 && left <= soonDays * dayMs;
}
