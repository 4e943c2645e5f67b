import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Scan } from '@ippo/contracts';
import { queries } from './api-client.ts';
import { isActive } from './scan-status.ts';

/** Starts a scan and hands it on; where one runs already, hands that one on. */
export function useStartScan(open: (scan: Scan) => string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    queries.scans.start.mutationOptions({
      onSuccess: async (scan) => {
        await client.invalidateQueries({ queryKey: queries.scans.list.key() });
        await navigate(open(scan));
      },
      onError: async () => {
        const { scans } = await client.fetchQuery(queries.scans.list.queryOptions());
        const running = scans.find(({ status }) => isActive(status));
        if (running) await navigate(open(running));
      },
    }),
  );
}
