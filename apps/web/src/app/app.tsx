import {
  hashKey,
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { LanguageProvider } from '../i18n/language-provider.tsx';
import type { LoadedLanguage } from '../i18n/load-language.ts';
import { queries } from '../lib/api-client.ts';
import { problemOf } from '../lib/api-problem.ts';
import { serverState } from '../lib/server-state.ts';
import { Pages } from './pages.tsx';

/** A session that ended is noticed by whatever asks first; the frame then says so and leads back here. */
function noticeEnd(error: unknown): void {
  if (problemOf(error)?.code === 'sign-in-required')
    void client.invalidateQueries({ queryKey: queries.session.key() });
}

/** Asked whatever the browser thinks of its network: Ippo may run on this machine, and a wait says nothing. */
const reachable = { networkMode: 'always' } as const;

const { onSuccess, onError: noticeSilence } = serverState;
const client = new QueryClient({
  queryCache: new QueryCache({
    onSuccess,
    onError: (error, { queryHash }) => {
      noticeSilence(error);
      if (queryHash !== hashKey(queries.session.queryKey())) noticeEnd(error);
    },
  }),
  mutationCache: new MutationCache({
    onSuccess,
    onError: (error) => {
      noticeSilence(error);
      noticeEnd(error);
    },
  }),
  defaultOptions: {
    queries: {
      // A problem is an answer; only a lost connection is worth asking again.
      retry: (failures, error) => problemOf(error) === null && failures < 2,
      // Two parts of a page that come and go with the same failed answer would ask anew without end.
      retryOnMount: false,
      staleTime: 10_000,
      ...reachable,
      refetchOnReconnect: true,
    },
    mutations: reachable,
  },
});

/** Everything that surrounds the pages. */
export function App({ language }: { language: LoadedLanguage }) {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider first={language}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
