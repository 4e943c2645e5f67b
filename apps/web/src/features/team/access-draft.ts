import type { Access, Role } from '@ippo/contracts';
import { endOfDay } from '../../lib/zoned-day.ts';

/** An access as it is being written down: a role, chosen and typed accounts, and a last day or none. */
export type AccessDraft = { role: Role; chosen: readonly string[]; typed: string; lastDay: string };

export type AccessFaults = {
  accounts?: { kind: 'missing' } | { kind: 'bad'; id: string };
  until?: 'missing' | 'bad';
};

/** The access that a draft says, or what is wrong with it; days are those of a zone. */
export function accessOf(
  draft: AccessDraft,
  zone: string,
  now: Date,
): { access: Access } | { faults: AccessFaults } {
  const { role, lastDay } = draft;
  const end = lastDay === '' ? null : endOfDay(lastDay, zone);
  const badDay = lastDay !== '' && (end === null || new Date(end) <= now);
  if (role !== 'auditor')
    return badDay ? { faults: { until: 'bad' } } : { access: { role, until: end } };
  const accounts = accountsOf(draft);
  const bad = accounts.find((id) => !/^\d{12}$/.test(id));
  const faults: AccessFaults = {
    ...(accounts.length === 0 && { accounts: { kind: 'missing' } }),
    ...(bad !== undefined && { accounts: { kind: 'bad', id: bad } }),
    ...(end === null && { until: 'missing' }),
    ...(badDay && { until: 'bad' }),
  };
  if (end === null || Object.keys(faults).length > 0) return { faults };
  return { access: { role, accounts, until: end } };
}

/** Account ids are typed as AWS shows them, with or without hyphens, a comma or a space between two. */
function accountsOf({ chosen, typed }: AccessDraft): string[] {
  const more = typed
    .split(/[\s,、，]+/)
    .map((id) => id.replaceAll('-', ''))
    .filter((id) => id !== '');
  return [...new Set([...chosen, ...more])];
}
