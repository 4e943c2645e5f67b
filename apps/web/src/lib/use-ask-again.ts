import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Another page asks anew for what failed on the one before. */
export function useAskAgain(pathname: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const failed = { type: 'active', predicate: failedOf } as const;
    void client.refetchQueries(failed);
  }, [client, pathname]);
}

function failedOf({ state }: { state: { status: string } }): boolean {
  return state.status === 'error';
}
