import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Scan } from '@ippo/contracts';
import { useEffect } from 'react';
import { queries } from './api-client.ts';
import { isActive } from './use-report.ts';

/** A scan that stays current: by server-sent events, and by asking where those do not come. */
export function useScan(id: string) {
  const client = useQueryClient();
  const options = queries.scans.read.queryOptions({ input: { id } });
  const scan = useQuery({
    ...options,
    refetchInterval: (query) => (isActive(query.state.data?.status ?? '') ? 4000 : false),
  });
  const active = isActive(scan.data?.status ?? '');
  useEffect(() => {
    if (!active) return undefined;
    const events = new EventSource(`/api/scans/${encodeURIComponent(id)}/events`);
    function take(event: MessageEvent<string>): void {
      client.setQueryData(options.queryKey, JSON.parse(event.data) as Scan);
    }
    for (const name of ['message', 'progress', 'end']) events.addEventListener(name, take);
    return () => events.close();
    // The key is a function of the id.
  }, [active, id, client]);
  useEffect(() => {
    if (scan.data?.status === 'complete') {
      void client.invalidateQueries({ queryKey: queries.reports.latest.key() });
      void client.invalidateQueries({ queryKey: queries.accounts.key() });
    }
    void client.invalidateQueries({ queryKey: queries.scans.list.key() });
  }, [scan.data?.status, client]);
  return scan;
}
