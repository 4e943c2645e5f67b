import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { dashed } from '@ippo/contracts';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../app/paths.ts';
import { Regions } from '../features/regions/regions.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { regionsRead } from '../lib/region-rows.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useReport } from '../lib/use-report.ts';
import { useSentences } from '../lib/use-sentences.ts';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportNotes } from '../ui/report-notes.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { ScanButton } from '../ui/scan-button.tsx';
import { When } from '../ui/when.tsx';

/** Every Region: whether it could be read, and what each regional check says there. */
export function RegionsPage() {
  return (
    <LazyTexts part="regions">
      <AllRegions />
    </LazyTexts>
  );
}

function AllRegions() {
  const t = useText();
  const report = useReport();
  const sentences = useSentences();
  const data = report.data?.report;
  const counts = data ? regionsRead(data) : undefined;
  const title = counts ? t('regions.read-of', counts) : t('regions.title');
  useCrumbs({ text: t('regions.title'), href: paths.regions });
  useDocumentTitle([title, data?.account]);
  useBackToCell(data !== undefined && sentences !== undefined);
  if (report.error) return <ReportProblem title={t('regions.title')} query={report} />;
  if (!data || !counts || !sentences) return <PageSkeleton title={t('regions.title')} />;
  const dark = counts.total - counts.read;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('regions.title')} />}
        description={
          <Box variant="span" color="text-body-secondary">
            {t('regions.about')} <span className="code-name">{dashed(data.account)}</span> ·{' '}
            <When at={data.finishedAt} />
          </Box>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportMenu
              table="regions"
              query={{ account: data.account, source: data.source.kind }}
            />
            <ScanButton
              source={data.source}
              label={dark > 0 ? t('regions.read-again', { n: dark }) : t('remedy.read-again')}
            />
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      <ReportNotes report={data} />
      <Regions report={data} sentences={sentences} />
    </SpaceBetween>
  );
}

/** Puts the focus back on the cell that the address names, after what it opened. */
function useBackToCell(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || hash === '') return;
    document.getElementById(decodeURIComponent(hash.slice(1)))?.focus();
  }, [ready, hash]);
}
