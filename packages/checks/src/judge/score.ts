import type { CheckResult, ScanReport, Severity } from '@ippo/contracts';

/** Names the rules below: a report made with others is not comparable. */
export const scoreModel = 'proven-1';

const weights: Readonly<Record<Severity, number>> = {
  critical: 10,
  high: 7.5,
  medium: 5,
  low: 2.5,
};

/** A check's weight in the score, by its base severity. */
export function weightOf(severity: Severity): number {
  return weights[severity];
}

/** Below this share of the weight read, no figure is shown. */
const READ_SHARE_FOR_A_FIGURE = 0.8;

/** What the score needs of a check's result. */
export type ScoredCheck = Pick<
  CheckResult,
  'id' | 'standing' | 'outcome' | 'severity' | 'weight' | 'blocked'
>;

/** The proven posture score with everything needed to write out its sum (design.md §6). */
export function score(results: readonly ScoredCheck[]): ScanReport['score'] {
  const proven = sum(results);
  const best = sum(results.map(liftUnknown));
  const total = proven.met + proven.notMet;
  const unread = results.filter(isUnread).reduce((weight, result) => weight + result.weight, 0);
  const readShare = total === 0 ? 0 : (total - unread) / total;
  const figure = readShare >= READ_SHARE_FOR_A_FIGURE;
  return {
    value: figure ? halved(proven) : null,
    before: figure ? points(proven, 1) : null,
    from: halved(proven),
    upTo: halved(best),
    factor: proven.because.length > 0 ? 0.5 : 1,
    because: proven.because,
    readShare,
  };
}

type Sum = { met: number; notMet: number; because: string[] };

function sum(results: readonly ScoredCheck[]): Sum {
  const met = results.filter((result) => result.standing === 'met');
  const notMet = results.filter((result) => result.standing === 'not-met');
  const weigh = (list: readonly ScoredCheck[]) =>
    list.reduce((to, result) => to + result.weight, 0);
  const critical = notMet.filter((result) => result.severity === 'critical' && result.weight > 0);
  return { met: weigh(met), notMet: weigh(notMet), because: critical.map((result) => result.id) };
}

function isUnread(result: ScoredCheck): boolean {
  return result.outcome === 'unknown';
}

/** "Up to": every unknown as met; what is blocked stays not met. */
function liftUnknown(result: ScoredCheck): ScoredCheck {
  return isUnread(result) && !result.blocked ? { ...result, standing: 'met' } : result;
}

function halved(parts: Sum): number {
  return points(parts, parts.because.length > 0 ? 2 : 1);
}

/** Weights are multiples of ½, so every step before the one division is exact. */
function points({ met, notMet }: Sum, divisor: 1 | 2): number {
  const total = met + notMet;
  return total === 0 ? 0 : Math.floor((100 * met) / (total * divisor));
}
