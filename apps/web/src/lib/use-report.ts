import { useQuery } from '@tanstack/react-query';
import { useAccountScope } from './account-scope.ts';
import { queries } from './api-client.ts';
import { usePinnedScan } from './pinned-scan.ts';
import { isActive } from './scan-status.ts';
import { usePollMs } from './use-live-scans.ts';

/**
 * The newest complete report, of the account that the address names or of any; where the address pins a scan,
 * that one's.
 */
export function useReport() {
  const account = useAccountScope();
  const scan = usePinnedScan();
  const input = account === null ? {} : { account };
  const latest = useQuery(
    queries.reports.latest.queryOptions({ input, retry: false, enabled: scan === null }),
  );
  const pinned = useQuery(
    queries.scans.report.queryOptions({
      input: { id: scan ?? '' },
      retry: false,
      enabled: scan !== null,
    }),
  );
  return scan === null ? latest : pinned;
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
