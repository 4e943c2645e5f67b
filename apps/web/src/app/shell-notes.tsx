import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { may, type Source } from '@ippo/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useMatch, useSearchParams } from 'react-router';
import { Text, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useGo } from '../lib/use-go.ts';
import { usePinnedScan } from '../lib/pinned-scan.ts';
import { isActive } from '../lib/scan-status.ts';
import { useReport, useScans, useSession } from '../lib/use-report.ts';
import { useSteadyShare } from '../lib/use-steady-share.ts';
import { AppLink } from '../ui/app-link.tsx';
import { When } from '../ui/when.tsx';
import { paths, scanPath } from './paths.ts';

/** Where the page's data comes from: on a scan's page that scan's source, else the report's. */
function useSource(): { source: Source | undefined; isPending: boolean } {
  const id = useMatch(paths.scan)?.params.id;
  const report = useReport();
  const { data: scan, isPending } = useQuery(
    queries.scans.read.queryOptions({ input: { id: id ?? '' }, enabled: id !== undefined }),
  );
  if (id === undefined) return { source: report.data?.report.source, isPending: report.isPending };
  const source = scan?.source ?? (scan?.target === 'demo' ? { kind: 'simulated' } : undefined);
  return { source, isPending: report.isPending || isPending };
}

/**
 * One line on every page while the data is not an AWS account's; it cannot be closed. Until that is known its place
 * is kept as it was the last time. One component for all: another that asked anew as it came would ask without end
 * where nothing is.
 */
export function SourceLine() {
  const { source, isPending } = useSource();
  // An answer that failed, before sign-in above all, says nothing of what will be shown.
  const kind = source?.kind;
  useEffect(() => {
    if (kind !== undefined) localStorage.setItem(lastKind, kind);
  }, [kind]);
  if (!isPending) return source === undefined ? null : <SourceNote source={source} />;
  const last = localStorage.getItem(lastKind);
  if (last === null) return <span className="source-awaited" />;
  return (
    <div className="place-kept" inert>
      <SourceNote source={{ kind: last === 'simulated' || last === 'endpoint' ? last : 'aws' }} />
    </div>
  );
}

/** What kind of source this browser saw last. */
const lastKind = 'ippo.source';

function SourceNote({ source }: { source: Source }) {
  const t = useText();
  const go = useGo();
  const role = useSession().data?.role;
  if (source.kind === 'aws') return null;
  if (source.kind === 'endpoint')
    return (
      <Alert type="info">
        <Text
          id="endpoint.banner"
          values={{ url: <span className="mono">{source.url ?? ''}</span> }}
        />
      </Alert>
    );
  return (
    <Alert
      type="info"
      action={
        role !== undefined && may(role, 'scan') ? (
          <Button onClick={() => go(paths.start)}>{t('demo.scan-mine')}</Button>
        ) : null
      }
    >
      {t('demo.banner')}
    </Alert>
  );
}

/** On a page that is pinned to a scan: that it is not the newest, and the way there; it cannot be closed. */
export function PinnedLine() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const scan = usePinnedScan();
  const report = useReport().data?.report;
  if (scan === null) return null;
  function unpin(): void {
    const next = new URLSearchParams(params);
    next.delete('scan');
    setParams(next);
  }
  return (
    <Alert type="info" action={<Button onClick={unpin}>{t('pinned.newest')}</Button>}>
      {report ? (
        <Text id="pinned.text" values={{ when: <When at={report.finishedAt} /> }} />
      ) : (
        t('pinned.unknown')
      )}
    </Alert>
  );
}

/** A thin line on every page while a scan runs, with its address. */
export function ScanLine() {
  const t = useText();
  const { pathname } = useLocation();
  const running = useScans().data?.scans.find(({ status }) => isActive(status));
  const share = useSteadyShare(running);
  if (!running || pathname === scanPath(running.id)) return null;
  const { done, total } = running.progress ?? { done: 0, total: 0 };
  return (
    <div className="scan-line">
      <div className="scan-line-text">
        <span>{total > 0 ? t('shell.scanning', { done }) : t('shell.scan-waiting')}</span>{' '}
        <AppLink to={scanPath(running.id)}>{t('shell.see-scan')}</AppLink>
      </div>
      <svg width="100%" height="3" aria-hidden="true">
        <rect width="100%" height="3" fill="var(--ippo-rail)" />
        <rect width={`${100 * share}%`} height="3" fill="var(--ippo-link)" />
      </svg>
    </div>
  );
}
