import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { Scan, ScanStatus } from '@ippo/contracts';
import { paths, scanPath } from '../app/paths.ts';
import { whatOf } from '../features/scan/what.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useScans } from '../lib/use-report.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { When } from '../ui/when.tsx';

/** The last scans, newest first. */
export function ScansPage() {
  return (
    <LazyTexts part="scan">
      <Scans />
    </LazyTexts>
  );
}

function Scans() {
  const t = useText();
  const scans = useScans();
  useCrumbs({ text: t('scans.title'), href: paths.scans });
  useDocumentTitle([t('scans.title')]);
  if (scans.error) return <ReportProblem title={t('scans.title')} query={scans} />;
  if (!scans.data) return <PageSkeleton title={t('scans.title')} />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('scans.title')} />}
        description={t('scans.about')}
      >
        {t('scans.title')}
      </Header>
      <Container>
        {scans.data.scans.length === 0 ? (
          <div className="empty">{t('scans.none')}</div>
        ) : (
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{t('scans.started')}</th>
                <th scope="col">{t('scans.what')}</th>
                <th scope="col">{t('scans.status')}</th>
                <th scope="col">{t('scans.readings')}</th>
                <th scope="col">{t('scans.by')}</th>
              </tr>
            </thead>
            <tbody>
              {scans.data.scans.map((scan) => (
                <Row key={scan.id} scan={scan} />
              ))}
            </tbody>
          </table>
        )}
      </Container>
    </SpaceBetween>
  );
}

/** Icons without outcome colours: a scan is not a verdict. */
const indicators: Record<ScanStatus, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  complete: 'info',
  cancelled: 'stopped',
  'budget-spent': 'stopped',
  failed: 'stopped',
  interrupted: 'stopped',
};

function Row({ scan }: { scan: Scan }) {
  const t = useText();
  return (
    <tr>
      <td>
        <AppLink to={scanPath(scan.id)}>
          <When at={scan.startedAt ?? scan.createdAt} />
        </AppLink>
      </td>
      <td className="capital">{whatOf(scan, t)}</td>
      <td>
        <StatusIndicator type={indicators[scan.status]} colorOverride="grey">
          {t(`scan.status.${scan.status}`)}
        </StatusIndicator>
      </td>
      <td>{scan.progress ? `${scan.progress.done} / ${scan.progress.total}` : '–'}</td>
      <td>
        <bdi>{scan.startedBy ?? '–'}</bdi>
      </td>
    </tr>
  );
}
