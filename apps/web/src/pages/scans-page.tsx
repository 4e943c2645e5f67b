import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { Scan, ScanStatus } from '@ippo/contracts';
import { useState } from 'react';
import { changesPath, paths, scanPath } from '../app/paths.ts';
import { NobodyWorks } from '../features/scan/nobody-works.tsx';
import '../features/scan/scan.css';
import { whatOf } from '../features/scan/what.ts';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { writeInstant } from '../lib/dates.ts';
import { chainOf, isComparable } from '../lib/scan-chains.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useGo } from '../lib/use-go.ts';
import { useScans } from '../lib/use-report.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { ExportMenu } from '../ui/export-menu.tsx';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import { When } from '../ui/when.tsx';

/** The last scans, newest first. */
export function ScansPage() {
  return (
    <LazyTexts part="scan">
      <LazyTexts part="changes">
        <Scans />
      </LazyTexts>
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
  return <ScanList scans={scans.data.scans} />;
}

function ScanList({ scans }: { scans: readonly Scan[] }) {
  const t = useText();
  const go = useGo();
  // Newest first, as the list is.
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ends = scans.filter(({ id }) => chosen.includes(id));
  const [to, from] = ends;
  const same = to !== undefined && from !== undefined && chainOf(to) === chainOf(from);
  const ready = same && ends.length === 2;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('scans.title')} />}
        description={t('scans.about')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              disabled={!ready}
              disabledReason={t(
                ends.length === 2 ? 'changes.compare-not-same' : 'changes.compare-about',
              )}
              onClick={() => {
                if (ready) go(changesPath(from.id, to.id));
              }}
            >
              {t('changes.compare')}
            </Button>
            <ExportMenu table="scans" />
          </SpaceBetween>
        }
      >
        {t('scans.title')}
      </Header>
      <NobodyWorks scans={scans} />
      <Container>
        {scans.length === 0 ? (
          <div className="empty">{t('scans.none')}</div>
        ) : (
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{t('changes.compare')}</th>
                <th scope="col">{t('scans.started')}</th>
                <th scope="col">{t('scans.what')}</th>
                <th scope="col">{t('scans.status')}</th>
                <th scope="col">{t('scans.readings')}</th>
                <th scope="col">{t('scans.by')}</th>
              </tr>
            </thead>
            <tbody>
              {scans.map((scan) => (
                <Row
                  key={scan.id}
                  scan={scan}
                  chosen={chosen.includes(scan.id)}
                  onChoose={(on) =>
                    // A third one takes the place of the one chosen first.
                    setChosen((ids) => {
                      const others = ids.filter((id) => id !== scan.id);
                      return on ? [...others, scan.id].slice(-2) : others;
                    })
                  }
                />
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

type RowProps = { scan: Scan; chosen: boolean; onChoose: (on: boolean) => void };

function Row({ scan, chosen, onChoose }: RowProps) {
  const t = useText();
  const language = useLanguage();
  const began = scan.startedAt ?? scan.createdAt;
  return (
    <tr>
      <td className="narrow scan-choose">
        {isComparable(scan) ? (
          <Checkbox
            checked={chosen}
            ariaLabel={t('changes.choose', { at: writeInstant(began, language) })}
            onChange={({ detail }) => onChoose(detail.checked)}
          />
        ) : null}
      </td>
      <td>
        <AppLink to={scanPath(scan.id)}>
          <When at={began} />
        </AppLink>
      </td>
      <td className="capital">{whatOf(scan, t)}</td>
      <td>
        <StatusIndicator type={indicators[scan.status]} colorOverride="grey">
          {t(`scan.status.${scan.status}`)}
        </StatusIndicator>
      </td>
      <td className={scan.progress ? '' : 'blank'}>
        {scan.progress ? `${scan.progress.done} / ${scan.progress.total}` : '–'}
      </td>
      <td className={scan.startedBy === null ? 'blank' : ''}>
        <bdi>{scan.startedBy ?? '–'}</bdi>
      </td>
    </tr>
  );
}
