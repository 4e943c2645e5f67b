import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from './api-client.ts';
import { isActive } from './scan-status.ts';
import { usePollMs } from './use-live-scans.ts';

/** A scan that stays current: by the stream of events, and by asking where that does not come. */
export function useScan(id: string) {
  const client = useQueryClient();
  const pollMs = usePollMs();
  const scan = useQuery(
    queries.scans.read.queryOptions({
      input: { id },
      refetchInterval: (query) => (isActive(query.state.data?.status ?? '') ? pollMs : false),
    }),
  );
  useEffect(() => {
    if (scan.data?.status === 'complete') {
      void client.invalidateQueries({ queryKey: queries.reports.latest.key() });
      void client.invalidateQueries({ queryKey: queries.accounts.key() });
    }
    void client.invalidateQueries({ queryKey: queries.scans.list.key() });
  }, [scan.data?.status, client]);
  return scan;
}
