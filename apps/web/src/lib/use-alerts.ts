import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { queries } from './api-client.ts';

/** What cannot wait for the weekly review, of the account that the address names or of any. */
export function useAlerts() {
  const account = useSearchParams()[0].get('account');
  const input = account === null ? {} : { account };
  return useQuery(queries.alerts.queryOptions({ input, retry: false }));
}
