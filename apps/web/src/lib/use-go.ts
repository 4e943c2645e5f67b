import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAccountScope } from './account-scope.ts';

/** Adds the account that the page is scoped to, so that following a link keeps it. */
export function useScoped(): (to: string) => string {
  const account = useAccountScope();
  return useCallback(
    (to) => {
      if (account === null || to.includes('account=')) return to;
      const [path = '', hash] = to.split('#');
      const joint = path.includes('?') ? '&' : '?';
      return `${path}${joint}account=${account}${hash ? `#${hash}` : ''}`;
    },
    [account],
  );
}

/** Goes to an address inside the web, keeping the account scope. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  const scoped = useScoped();
  return useCallback((to) => void navigate(scoped(to)), [navigate, scoped]);
}
