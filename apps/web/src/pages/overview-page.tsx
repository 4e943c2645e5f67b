import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed } from '@ippo/contracts';
import { lazy, Suspense } from 'react';
import { paths } from '../app/paths.ts';
import { Alerts } from '../features/alerts/alerts.tsx';
import { AllAccounts } from '../features/all-accounts/all-accounts.tsx';
import { DoNext } from '../features/overview/do-next.tsx';
import { Hero } from '../features/overview/hero.tsx';
import { Judged } from '../features/overview/judged.tsx';
import { PostureScore } from '../features/overview/posture-score.tsx';
import { RegionSummary } from '../features/overview/region-summary.tsx';
import { WhatWeCouldNotSee } from '../features/overview/unseen.tsx';
import { WorstFirst } from '../features/overview/worst-first.tsx';
import '../features/overview/overview.css';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { Text, useText } from '../i18n/text.tsx';
import { useAlerts } from '../lib/use-alerts.ts';
import { useAllAccounts } from '../lib/account-scope.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { regionsRead } from '../lib/region-rows.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportNotes } from '../ui/report-notes.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { Ago, When } from '../ui/when.tsx';

const TrendSection = lazy(async () => {
  const { TrendSection: section } = await import('../features/trend/trend-section.tsx');
  return { default: section };
});

/** The first screen: what is true, the one next step, the score, and what could not be seen. */
export function OverviewPage() {
  const all = useAllAccounts();
  if (!all) return <OneAccount />;
  return (
    <LazyTexts part="all-accounts">
      <AllAccounts />
    </LazyTexts>
  );
}

function OneAccount() {
  return (
    <LazyTexts part="watch">
      <Overview />
    </LazyTexts>
  );
}

function Overview() {
  const t = useText();
  const go = useGo();
  const report = useReport();
  const alerts = useAlerts();
  const sentences = useSentences();
  useCrumbs({ text: t('overview.title'), href: paths.overview });
  const first = report.data?.report.firstSteps;
  useDocumentTitle(
    first
      ? [
          t('overview.document-title', { done: first.done, total: first.total }),
          report.data?.report.account,
        ]
      : [t('overview.title')],
  );
  useScrollToHash(report.data !== undefined && sentences !== undefined);
  if (report.error) return <ReportProblem title={t('overview.title')} query={report} />;
  if (!report.data || !sentences || alerts.isPending)
    return <PageSkeleton title={t('overview.title')} />;
  const data = report.data.report;
  const { read, total } = regionsRead(data);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('overview.title')} />}
        description={
          <Box variant="span" color="text-body-secondary">
            <span className="code-name">{dashed(data.account)}</span> ·{' '}
            <Text
              id="overview.read"
              values={{ when: <When at={data.finishedAt} />, ago: <Ago at={data.finishedAt} /> }}
            />{' '}
            · {t('overview.regions-read', { read, total })}
          </Box>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => go(paths.reports)}>{t('overview.create-report')}</Button>
            <ScanButton source={data.source} />
          </SpaceBetween>
        }
      >
        {t('overview.title')}
      </Header>
      <ReportNotes report={data} />
      {alerts.data && alerts.data.alerts.length > 0 ? (
        <Alerts alerts={alerts.data.alerts} sentences={sentences} />
      ) : null}
      <Hero report={data} />
      <div className="two-columns">
        <DoNext report={data} sentences={sentences} />
        <PostureScore report={data} sentences={sentences} />
      </div>
      <div className="two-columns">
        <Suspense
          fallback={
            <Container fitHeight>
              <div className="skeleton trend-waiting" />
            </Container>
          }
        >
          <TrendSection />
        </Suspense>
        <Judged report={data} />
      </div>
      <WorstFirst report={data} sentences={sentences} />
      <div id="unseen" className="unseen">
        <WhatWeCouldNotSee report={data} sentences={sentences} />
      </div>
      <RegionSummary report={data} />
    </SpaceBetween>
  );
}
