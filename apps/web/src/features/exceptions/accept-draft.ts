import { dayIn, exceptionDays } from '@ippo/contracts';

/** What somebody fills in to accept a risk. */
export type AcceptDraft = { reason: string; owner: string; lastDay: string };
export type AcceptFault = 'reason' | 'owner' | 'day';

const dayMs = 86_400_000;
const longestReason = 2_000;
const longestName = 100;

/** The day so many days from now, by a zone's calendar. */
export function dayAfter(days: number, zone: string, now = new Date()): string {
  return new Date(Date.parse(`${dayIn(zone, now)}T00:00:00Z`) + days * dayMs)
    .toISOString()
    .slice(0, 10);
}

/** What is missing or wrong in a draft, before it is sent. */
export function faultsOf(draft: AcceptDraft, zone: string, now = new Date()): AcceptFault[] {
  const { first, last } = exceptionDays(zone, now);
  const reason = draft.reason.trim();
  const owner = draft.owner.trim();
  return [
    ...(reason.length < 10 || reason.length > longestReason ? (['reason'] as const) : []),
    ...(owner === '' || owner.length > longestName ? (['owner'] as const) : []),
    ...(draft.lastDay < first || draft.lastDay > last ? (['day'] as const) : []),
  ];
}
