import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemSentence, type Scan } from '@ippo/contracts';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { paths, scanPath } from '../app/paths.ts';
import { SinceBefore } from '../features/changes/since-before.tsx';
import { Count } from '../features/scan/count.tsx';
import { Lanes } from '../features/scan/lanes.tsx';
import { NobodyWorks } from '../features/scan/nobody-works.tsx';
import { Refusals } from '../features/scan/refusals.tsx';
import { whatOf } from '../features/scan/what.ts';
import '../features/scan/scan.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { isComparable } from '../lib/scan-chains.ts';
import { isActive } from '../lib/scan-status.ts';
import { useReport, useScans } from '../lib/use-report.ts';
import { useScan } from '../lib/use-scan.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';

/** A scan while it runs, and what came of it. */
export function ScanPage() {
  return (
    <LazyTexts part="scan">
      <LazyTexts part="changes">
        <OneScan />
      </LazyTexts>
    </LazyTexts>
  );
}

function OneScan() {
  const t = useText();
  const id = useParams().id ?? '';
  const scan = useScan(id);
  const title = scan.data ? titleOf(scan.data, t) : t('scans.title');
  useCrumbs(
    { text: t('scans.title'), href: paths.scans },
    { text: scan.data ? t(`scan.status.${scan.data.status}`) : id, href: scanPath(id) },
  );
  useDocumentTitle([title]);
  if (scan.error) return <ReportProblem title={t('scans.title')} query={scan} />;
  if (!scan.data) return <PageSkeleton title={t('scans.title')} />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('scans.title')} />}
        description={<About scan={scan.data} />}
        actions={<Actions scan={scan.data} />}
      >
        {title}
      </Header>
      <NobodyWorks scans={[scan.data]} />
      <Problem scan={scan.data} />
      {isComparable(scan.data) ? <SinceBefore scan={scan.data} /> : null}
      {knowsCalls(scan.data) ? (
        <>
          <Count scan={scan.data} />
          <Lanes scan={scan.data} />
          <Refusals scan={scan.data} />
        </>
      ) : null}
    </SpaceBetween>
  );
}

/** Whether its calls are known, or will be: where they are not, nothing may be said of them. */
function knowsCalls({ progress, status }: Scan): boolean {
  return progress !== null || isActive(status);
}

function titleOf(scan: Scan, t: ReturnType<typeof useText>): string {
  const what = whatOf(scan, t);
  if (isActive(scan.status)) return t('scan.title.active', { what });
  if (scan.status === 'complete') return t('scan.title.complete', { what });
  return t(`scan.title.${scan.status as 'cancelled' | 'failed' | 'interrupted' | 'budget-spent'}`);
}

function About({ scan }: { scan: Scan }): ReactNode {
  const t = useText();
  const first = useReport().data === undefined;
  if (isActive(scan.status)) return t(first ? 'scan.leave-first' : 'scan.leave');
  if (scan.status === 'complete') {
    if (scan.progress === null) return t('scan.complete-no-calls');
    const refused = scan.progress.lanes.reduce((sum, lane) => sum + lane.refused, 0);
    return t('scan.complete-text', { refused });
  }
  if (scan.status === 'interrupted') return t('scan.interrupted-text');
  const ended = scan.status === 'budget-spent' ? 'budget' : 'cancelled';
  return t(first ? `scan.${ended}-first` : `scan.${ended}-text`);
}

function Problem({ scan }: { scan: Scan }) {
  const t = useText();
  const language = useLanguage();
  if (scan.problem === null) return null;
  return (
    <Alert type="error">
      {problemSentence(scan.problem, {}, language)}
      <div className="fine">{t('state.code', { code: scan.problem })}</div>
    </Alert>
  );
}

function Actions({ scan }: { scan: Scan }) {
  const t = useText();
  const go = useGo();
  const client = useQueryClient();
  const newer = useScans().data?.scans.some((one) => isNewer(one, scan)) ?? false;
  const cancel = useMutation(
    queries.scans.cancel.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: queries.scans.key() }),
    }),
  );
  if (isActive(scan.status))
    return (
      <Button loading={cancel.isPending} onClick={() => cancel.mutate({ id: scan.id })}>
        {t('scan.cancel')}
      </Button>
    );
  if (scan.status === 'complete' && scan.prunedAt !== null) return null;
  if (scan.status === 'complete')
    return (
      <Button variant="primary" onClick={() => go(resultPath(scan, newer))}>
        {t('scan.see')}
      </Button>
    );
  return <ScanButton target={scan.target} label={t('scan.again')} />;
}

/** Where its own result is: the overview, held at this scan where a newer one took its place. */
function resultPath({ account, id }: Scan, newer: boolean): string {
  const params = new URLSearchParams({ ...(account && { account }), ...(newer && { scan: id }) });
  return params.size > 0 ? `${paths.overview}?${params}` : paths.overview;
}

function isNewer(one: Scan, { account, source, createdAt }: Scan): boolean {
  return (
    one.status === 'complete' &&
    one.account === account &&
    one.source?.kind === source?.kind &&
    one.createdAt > createdAt
  );
}
