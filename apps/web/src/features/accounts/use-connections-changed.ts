import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queries } from '../../lib/api-client.ts';

/** Looks again at everything that shows a connection, after one was changed. */
export function useConnectionsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      [
        queries.connections.list.key(),
        queries.accounts.key(),
        queries.schedules.list.key(),
        queries.overview.key(),
        queries.reports.key(),
        queries.scans.list.key(),
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  }, [client]);
}
