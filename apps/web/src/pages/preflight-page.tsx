import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { may } from '@ippo/contracts';
import { useSearchParams } from 'react-router';
import { paths, scanPath } from '../app/paths.ts';
import { EachPermission } from '../features/preflight/each-permission.tsx';
import { Failed } from '../features/preflight/failed.tsx';
import { Granted } from '../features/preflight/granted.tsx';
import { Missing, OtherReasons } from '../features/preflight/missing.tsx';
import '../features/preflight/preflight.css';
import { Running } from '../features/preflight/running.tsx';
import { sortPermissions } from '../features/preflight/sort-permissions.ts';
import { Untried } from '../features/preflight/untried.tsx';
import { Verdict } from '../features/preflight/verdict.tsx';
import { WhatToAdd } from '../features/preflight/what-to-add.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { ApiProblem, problemOf } from '../lib/api-problem.ts';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useSession } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useStartScan } from '../lib/use-start-scan.ts';
import { ProblemText } from '../ui/problem-text.tsx';

/** What one real call of each operation shows before a scan: what is missing, and what it costs. */
export function PreflightPage() {
  return (
    <LazyTexts part="preflight">
      <div className="preflight">
        <Preflight />
      </div>
    </LazyTexts>
  );
}

function Preflight() {
  const t = useText();
  const go = useGo();
  const target = useSearchParams()[0].get('target') ?? 'aws';
  const session = useSession();
  const allowed = session.data === undefined ? undefined : may(session.data.role, 'scan');
  const catalogue = useQuery(queries.catalogue.queryOptions({ staleTime: Infinity }));
  const connection = useQuery(
    queries.connection.queryOptions({ input: {}, retry: false, enabled: false }),
  );
  const sentences = useSentences();
  const start = useStartScan((scan) => scanPath(scan.id));
  // Each run calls AWS for real: only the reader starts another one.
  const preflight = useQuery(
    queries.preflight.queryOptions({
      input: { target },
      enabled: allowed === true,
      retry: false,
      staleTime: Infinity,
      gcTime: 0,
      refetchOnReconnect: false,
      refetchOnWindowFocus: false,
    }),
  );
  useDocumentTitle([t('preflight.title'), preflight.data?.account]);
  const error =
    allowed === false ? new ApiProblem('forbidden') : (session.error ?? preflight.error);
  const again = () => void (session.error ? session.refetch() : preflight.refetch());
  if (error && !preflight.isFetching)
    return <Failed error={error} fetching={false} onAgain={again} />;
  if (!preflight.data || !sentences || !catalogue.data || preflight.isFetching)
    return <Running operations={connection.data?.operations.length} />;
  const sorted = sortPermissions(preflight.data.permissions);
  return (
    <SpaceBetween size="l">
      {target === 'demo' ? <Alert type="info">{t('demo.banner')}</Alert> : null}
      <Verdict
        found={preflight.data}
        sorted={sorted}
        sentences={sentences}
        checks={catalogue.data.checks.length}
      />
      <SpaceBetween direction="horizontal" size="s">
        <Button
          variant="primary"
          loading={start.isPending}
          onClick={() => start.mutate({ target })}
        >
          {t('preflight.scan')}
        </Button>
        <Button iconName="refresh" onClick={again}>
          {t('preflight.again')}
        </Button>
        <Button variant="link" onClick={() => go(paths.start)}>
          {t('preflight.other-role')}
        </Button>
      </SpaceBetween>
      {start.error && problemOf(start.error)?.code !== 'scan-running' ? (
        <ProblemText error={start.error} />
      ) : null}
      <Missing permissions={sorted.missing} sentences={sentences} />
      <WhatToAdd found={preflight.data} sorted={sorted} />
      <OtherReasons permissions={sorted.other} sentences={sentences} />
      <Untried permissions={sorted.untried} />
      <Granted permissions={preflight.data.permissions} />
      <EachPermission permissions={preflight.data.permissions} sentences={sentences} />
    </SpaceBetween>
  );
}
