import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queries } from './api-client.ts';
import { problemOf } from './api-problem.ts';

const askAgainMs = 4_000;

/** Whether a page failed because nobody answered: `ended` if somebody does by now, `asked` until that is known. */
type Silence = 'asked' | 'lasts' | 'ended' | 'none';

/** Tells a lost connection from a fault of ours, and loads the page anew once somebody answers again. */
export function useSilence(fault: unknown): Silence {
  const client = useQueryClient();
  const [unanswered] = useState(
    () =>
      problemOf(fault) === null &&
      client
        .getQueryCache()
        .getAll()
        .some(({ state }) => state.error === fault),
  );
  const { dataUpdatedAt, errorUpdatedAt, isFetchedAfterMount } = useQuery(
    queries.status.queryOptions({
      retry: false,
      retryOnMount: true,
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.errorUpdatedAt > state.dataUpdatedAt ? askAgainMs : false,
    }),
  );
  // By their times, as an error is forgotten while it is asked for once more.
  const lasts = errorUpdatedAt > dataUpdatedAt;
  const silent = useRef(false);
  // The whole page, as browsers do not ask again for a file of it.
  useEffect(() => {
    if (silent.current && !lasts) location.reload();
    silent.current = lasts;
  }, [lasts]);
  if (lasts) return 'lasts';
  if (!isFetchedAfterMount) return 'asked';
  return unanswered ? 'ended' : 'none';
}
