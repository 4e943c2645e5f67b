import type { Cover, Language } from '@ippo/contracts';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../../i18n/text.tsx';
import { useAccountScope } from '../../lib/account-scope.ts';
import type { AskedReport } from '../../lib/fetch-report.ts';
import { useReaderZone } from '../../lib/reader-zone.ts';
import { startOfDay } from '../../lib/zoned-day.ts';

/** What the address says of the report that one wants; the cover names people, so it stays out of it. */
export type OrderQuery = {
  format: string;
  lang: Language;
  /** A scan's id; empty is the newest. */
  scan: string;
  /** Whether a period is asked for; its days may still be empty. */
  period: boolean;
  /** Days of the reader's zone; the last one belongs to the period. */
  from: string;
  to: string;
  masked: boolean;
};

export type OrderCover = Partial<Cover>;
/** Whose clock stands beside UTC where the reader's own is UTC. */
const besideUtc = 'Asia/Tokyo';

/** What is wrong with the days. */
export type DaysFault = 'days-open' | 'days-reversed';

/** Reads the address, and writes another choice into it. */
export function useReportOrder() {
  const [params, setParams] = useSearchParams();
  const own = useLanguage();
  const zone = useReaderZone();
  const account = useAccountScope();
  const [cover, setCover] = useState<OrderCover>({});
  // An address changes a moment later than who clicks expects a button to.
  const [ahead, setAhead] = useState<Partial<OrderQuery>>({});
  useEffect(() => setAhead({}), [params]);
  const get = (name: string) => params.get(name) ?? '';
  // `lang` is the page's own.
  const asked = get('language');
  const query: OrderQuery = {
    format: get('format') || 'pack',
    lang: asked === 'ja' || asked === 'en' ? asked : own,
    scan: get('scan'),
    period: params.has('from'),
    ...{ from: get('from'), to: get('to'), masked: get('masked') === 'yes' },
    ...ahead,
  };
  function change(next: Partial<OrderQuery>): void {
    setAhead((known) => ({ ...known, ...next }));
    const { format, lang, scan, period, from, to, masked } = { ...query, ...next };
    const entries: [string, string][] = [
      ...(params.has('account') ? [['account', get('account')] as [string, string]] : []),
      ['format', format],
      ['language', lang],
      ...(period
        ? ([
            ['from', from],
            ['to', to],
          ] as [string, string][])
        : []),
      ...(!period && scan !== '' ? [['scan', scan] as [string, string]] : []),
      ...(masked ? [['masked', 'yes'] as [string, string]] : []),
    ];
    setParams(new URLSearchParams(entries), { replace: true });
  }
  const fault = faultOf(query);
  const scope = {
    ...(account === null ? {} : { account }),
    ...(query.scan === '' || query.period ? {} : { scan: query.scan }),
    ...(query.period && fault === null ? periodOf(query, zone) : {}),
  };
  const order: AskedReport = {
    ...scope,
    ...{ format: query.format, language: query.lang, redacted: query.masked },
    // UTC stands in every report anyway.
    zone: zone === 'UTC' ? besideUtc : zone,
    cover: Object.fromEntries(Object.entries(cover).filter(([, text]) => text.trim() !== '')),
  };
  return { query, change, cover, setCover, fault, scope, order };
}

function faultOf({ period, from, to }: OrderQuery): DaysFault | null {
  if (!period) return null;
  if (from === '' || to === '') return 'days-open';
  return to < from ? 'days-reversed' : null;
}

/** The instants of two days of a zone: the last day belongs to the period. */
export function periodOf(
  { from, to }: Pick<OrderQuery, 'from' | 'to'>,
  zone: string,
): { from?: string; to?: string } {
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000);
  const begin = startOfDay(from, zone);
  const end = Number.isNaN(next.getTime())
    ? null
    : startOfDay(next.toISOString().slice(0, 10), zone);
  return begin === null || end === null ? {} : { from: begin, to: end };
}
