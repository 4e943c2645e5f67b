import Alert from '@cloudscape-design/components/alert';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useServerAnswers } from '../lib/server-state.ts';

const askAgainMs = 4_000;

/** What a page says while nobody answers; what it shows stays. */
export function LostLine() {
  return useServerAnswers() ? null : <Silent />;
}

/** Asks until somebody answers, then lets every page ask for its own again. */
function Silent() {
  const t = useText();
  const client = useQueryClient();
  useQuery(
    queries.status.queryOptions({ retry: false, refetchInterval: askAgainMs, staleTime: 0 }),
  );
  useEffect(() => () => void client.invalidateQueries(), [client]);
  return (
    <Alert type="warning" header={t('lost.silent')}>
      {t('lost.silent-text')}
    </Alert>
  );
}
