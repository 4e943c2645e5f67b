import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { LanguageProvider } from '../i18n/language-provider.tsx';
import type { LoadedLanguage } from '../i18n/load-language.ts';
import { problemOf } from '../lib/api-problem.ts';
import { Pages } from './pages.tsx';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A problem is an answer; only a lost connection is worth asking again.
      retry: (failures, error) => problemOf(error) === null && failures < 2,
      staleTime: 10_000,
    },
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
