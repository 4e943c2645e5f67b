import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAccountScope } from './account-scope.ts';
import { isReportPage, usePinnedScan } from './pinned-scan.ts';

/** Adds the account that the page is scoped to, and the scan it is pinned to, so that following a link keeps them. */
export function useScoped(): (to: string) => string {
  const account = useAccountScope();
  const scan = usePinnedScan();
  return useCallback(
    (to) => {
      const [whole = '', hash] = to.split('#');
      const [path = '', query] = whole.split('?');
      const params = new URLSearchParams(query);
      const added = [
        ...(account === null || params.has('account') ? [] : [`account=${account}`]),
        ...(scan === null || params.has('scan') || !isReportPage(path) ? [] : [`scan=${scan}`]),
      ];
      if (added.length === 0) return to;
      const all = [...(query ? [query] : []), ...added].join('&');
      return `${path}?${all}${hash ? `#${hash}` : ''}`;
    },
    [account, scan],
  );
}

/** Goes to an address inside the web, keeping the account scope. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  const scoped = useScoped();
  return useCallback((to) => void navigate(scoped(to)), [navigate, scoped]);
}
