import { useQuery } from '@tanstack/react-query';
import { useAccountScope } from './account-scope.ts';
import { queries } from './api-client.ts';
import { isActive } from './scan-status.ts';
import { usePollMs } from './use-live-scans.ts';

/** The newest complete report, of the account that the address names or of any. */
export function useReport() {
  const account = useAccountScope();
  const input = account === null ? {} : { account };
  return useQuery(queries.reports.latest.queryOptions({ input, retry: false }));
}

/** Who is signed in. */
export function useSession() {
  return useQuery(queries.session.queryOptions({ retry: false, staleTime: 60_000 }));
}

/** The last scans, asked again while one runs. */
export function useScans() {
  const pollMs = usePollMs();
  return useQuery(
    queries.scans.list.queryOptions({
      refetchInterval: (query) =>
        query.state.data?.scans.some(({ status }) => isActive(status)) ? pollMs : false,
    }),
  );
}
