import { auditActionNames, type AuditFilter } from '@ippo/contracts';
import { useSearchParams } from 'react-router';
import { readerZone } from '../../lib/reader-zone.ts';
import { endOfDay } from '../../lib/zoned-day.ts';

/** The filter of the page as its address has it: days are those of the reader's zone. */
export type AuditQuery = { actor: string; action: string; from: string; to: string };

const names = ['actor', 'action', 'from', 'to'] as const;
const second = 1_000;

/** Reads the address, and writes another filter or page into it. */
export function useAuditQuery() {
  const [params, setParams] = useSearchParams();
  const query = Object.fromEntries(
    names.map((name) => [name, params.get(name) ?? '']),
  ) as AuditQuery;
  const shown = Number(params.get('row'));
  function go(next: Partial<AuditQuery>, page: { cursor?: string; row?: number } = {}): void {
    const kept = params.get('account');
    const entries = Object.entries({ ...query, ...next }).filter(([, value]) => value !== '');
    setParams(
      new URLSearchParams([
        ...(kept === null ? [] : [['account', kept] as [string, string]]),
        ...entries,
        ...Object.entries(page).map(([name, value]): [string, string] => [name, String(value)]),
      ]),
    );
  }
  return {
    query,
    cursor: params.get('cursor') ?? undefined,
    /** Rows on the pages before this one. */
    before: Number.isInteger(shown) && shown > 0 ? shown : 0,
    go,
  };
}

/** The filter as the API takes it: both days belong to it. What is no day or no action is left out. */
export function filterOf(
  { actor, action, from, to }: AuditQuery,
  zone = readerZone(),
): AuditFilter {
  const dayBefore = from === '' ? null : endOfDay(previousDay(from), zone);
  const end = endOfDay(to, zone);
  const known = auditActionNames.find((name) => name === action);
  return {
    ...(actor !== '' && { actor }),
    ...(known && { action: known }),
    ...(dayBefore && { from: nextSecond(dayBefore) }),
    ...(end && { to: nextSecond(end) }),
  };
}

function previousDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? '' : new Date(at - 86_400 * second).toISOString().slice(0, 10);
}

function nextSecond(instant: string): string {
  return new Date(Date.parse(instant) + second).toISOString();
}
