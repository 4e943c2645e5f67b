import Alert from '@cloudscape-design/components/alert';
import { useQuery } from '@tanstack/react-query';
import type { Scan } from '@ippo/contracts';
import { Text, useText } from '../../i18n/text.tsx';
import { queries } from '../../lib/api-client.ts';

const lookEveryMs = 5_000;

/** A scan that waits and no process that takes it up: what is so, and what to do. */
export function NobodyWorks({ scans }: { scans: readonly Scan[] }) {
  const t = useText();
  const waits = scans.some(({ status }) => status === 'waiting');
  const { data } = useQuery(
    queries.scans.workers.queryOptions({
      enabled: waits,
      refetchInterval: lookEveryMs,
      staleTime: 0,
    }),
  );
  if (!waits || data?.alive !== false) return null;
  return (
    <Alert type="warning" header={t('scan.nobody')}>
      <Text
        id="scan.nobody-text"
        values={{ command: <code className="code-name">ippo serve --role worker</code> }}
      />
    </Alert>
  );
}
