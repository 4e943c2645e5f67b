import type { Finding, Reason, SentenceParams } from '@ippo/contracts';
import type { LastingFinding } from './spans.ts';

/** A reason without the instants among its params, and those instants beside it. */
export function withoutInstants(reason: Reason): { lasting: Reason; instants: SentenceParams } {
  const all = Object.entries(reason.params);
  const instants = all.filter(([name]) => isInstantParam(name));
  if (instants.length === 0) return { lasting: reason, instants: {} };
  return {
    lasting: {
      code: reason.code,
      params: Object.fromEntries(all.filter(([name]) => !isInstantParam(name))),
    },
    instants: Object.fromEntries(instants),
  };
}

/** Splits a finding into what lasts and what is this scan's own. */
export function lastingFinding({ evidence, ...rest }: Finding): {
  finding: LastingFinding;
  instants: SentenceParams;
  evidence: Finding['evidence'];
} {
  const { lasting, instants } = withoutInstants(rest.reason);
  return { finding: { ...rest, reason: lasting }, instants, evidence };
}

/** Puts instants back among the params of a reason; a reason without any stays as it is. */
export function withInstants(reason: Reason, instants: SentenceParams | undefined): Reason {
  return instants ? { code: reason.code, params: { ...reason.params, ...instants } } : reason;
}

// How a param is written follows from its name (contracts, sentence params): `…At` is an instant.
function isInstantParam(name: string): boolean {
  return name.endsWith('At');
}
