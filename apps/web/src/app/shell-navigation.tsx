import Box from '@cloudscape-design/components/box';
import SideNavigation, {
  type SideNavigationProps,
} from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'react-router';
import { useLanguage, useText } from '../i18n/text.tsx';
import { useAllAccounts } from '../lib/account-scope.ts';
import { useGo, useScoped } from '../lib/use-go.ts';
import { findingsToDo } from '../lib/report-steps.ts';
import { useReport } from '../lib/use-report.ts';
import { useWeek } from '../lib/use-week.ts';
import { paths } from './paths.ts';
import { usePageList, type PageLink } from './use-page-list.ts';

/** Only pages that exist; counts are plain grey text. */
export function ShellNavigation({ onGo }: { onGo: () => void }) {
  const t = useText();
  const go = useGo();
  const scoped = useScoped();
  const { pathname } = useLocation();
  const language = useLanguage();
  const list = usePageList();
  const all = useAllAccounts();
  const newest = useReport().data?.report;
  // Of one account: beside all of them it would say which.
  const report = all ? undefined : newest;
  const isNew = useWeek().data?.state === 'open';
  const counts: Partial<Record<string, string>> = report
    ? {
        [paths.firstSteps]: `${report.firstSteps.done} / ${report.firstSteps.total}`,
        [paths.findings]: findingsToDo(report).toLocaleString(language),
        ...(isNew ? { [paths.weekly]: t('shell.new') } : {}),
      }
    : {};
  const link = ({ text, path }: PageLink): SideNavigationProps.Link => ({
    type: 'link',
    text,
    href: scoped(path),
    info: (
      <Box color="text-body-secondary" fontSize="body-s" variant="span">
        {counts[path] ?? ''}
      </Box>
    ),
  });
  const groups = list.filter(({ links }) => links.length > 0);
  const items = groups.flatMap<SideNavigationProps.Item>(({ title, closed, links }, at) => {
    if (title === null)
      return [...(at === 0 ? [] : [{ type: 'divider' as const }]), ...links.map(link)];
    return [
      {
        type: 'section',
        text: title,
        defaultExpanded: !closed,
        items: links.map(link),
      },
    ];
  });
  const active = groups
    .flatMap(({ links }) => links)
    .find(({ path }) => path !== paths.overview && pathname.startsWith(path));
  return (
    <>
      <SideNavigation
        activeHref={active || pathname === paths.overview ? scoped(active?.path ?? pathname) : ''}
        items={items}
        onFollow={(event) => {
          event.preventDefault();
          go(event.detail.href);
          onGo();
        }}
      />
      <p className="navigation-note">{t('shell.not-affiliated')}</p>
    </>
  );
}
