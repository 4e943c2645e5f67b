import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { paths } from '../app/paths.ts';
import { DisplaySection } from '../features/settings/display-section.tsx';
import { KeyboardSection } from '../features/settings/keyboard-section.tsx';
import { RegionsSection } from '../features/settings/regions-section.tsx';
import { ScheduleSection } from '../features/settings/schedule-section.tsx';
import { StorageSections } from '../features/settings/storage-sections.tsx';
import { ThresholdsSection } from '../features/settings/thresholds-section.tsx';
import { LazyTexts } from '../i18n/lazy-texts.tsx';
import { useText } from '../i18n/text.tsx';
import { queries } from '../lib/api-client.ts';
import { useDocumentTitle } from '../lib/use-document-title.ts';
import { useSession } from '../lib/use-report.ts';
import { useScrollToHash } from '../lib/use-scroll-to-hash.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useCrumbs } from '../ui/crumbs.ts';
import { InfoLink } from '../ui/info-link.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ReportProblem } from '../ui/report-problem.tsx';
import '../ui/things.css';
import '../features/settings/settings.css';

/** What can be set: one's own display first, then what is everybody's. */
export function SettingsPage() {
  return (
    <LazyTexts part="settings">
      <Settings />
    </LazyTexts>
  );
}

const sections = [
  ['display', 'display.title'],
  ['keyboard', 'keyboard.title'],
  ['thresholds', 'thresholds.title'],
  ['regions', 'regions.settings-title'],
  ['schedule', 'schedule.title'],
  ['retention', 'retention.title'],
  ['holds', 'holds.title'],
  ['backups', 'backups.title'],
] as const;

function Settings() {
  const t = useText();
  const session = useSession();
  const limits = useQuery(queries.settings.thresholds.queryOptions());
  useCrumbs({ text: t('settings.title'), href: paths.settings });
  useDocumentTitle([t('settings.title')]);
  useScrollToHash(session.data !== undefined && !limits.isPending);
  if (session.error) return <ReportProblem title={t('settings.title')} query={session} />;
  // The longest section: what stands below it would move when it comes.
  if (!session.data || limits.isPending) return <PageSkeleton title={t('settings.title')} />;
  const owner = session.data.role === 'owner';
  const shown = sections.filter(([id]) => owner || !['holds', 'backups'].includes(id));
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<InfoLink about={t('settings.title')} />}
        description={t('settings.about')}
      >
        {t('settings.title')}
      </Header>
      <nav className="settings-nav" aria-label={t('settings.on-page')}>
        {shown.map(([id, text]) => (
          <AppLink key={id} to={`${paths.settings}#${id}`}>
            {t(text)}
          </AppLink>
        ))}
      </nav>
      <DisplaySection />
      <KeyboardSection />
      <ThresholdsSection />
      <RegionsSection />
      <ScheduleSection />
      <StorageSections />
    </SpaceBetween>
  );
}
