import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries } from './api-client.ts';
import { useReaderZone } from './reader-zone.ts';

/** What a request about a week names besides the week: whose clock, and which account. */
export function useWeekParams(): { zone: string; account?: string } {
  const zone = useReaderZone();
  const account = useSearchParams()[0].get('account');
  return { zone, ...(account === null ? {} : { account }) };
}

/** A week of the account that the address names, or of any; without a week the one that runs. */
export function useWeek(week?: string) {
  const params = useWeekParams();
  const input = { ...params, ...(week === undefined ? {} : { week }) };
  return useQuery(queries.weekly.read.queryOptions({ input, retry: false, staleTime: 60_000 }));
}
