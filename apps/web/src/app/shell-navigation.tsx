import Box from '@cloudscape-design/components/box';
import SideNavigation, {
  type SideNavigationProps,
} from '@cloudscape-design/components/side-navigation';
import { useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { useGo, useScoped } from '../lib/use-go.ts';
import { useReport } from '../lib/use-report.ts';
import { paths } from './paths.ts';

/** Only pages that exist; counts are plain grey text. */
export function ShellNavigation({ onGo }: { onGo: () => void }) {
  const t = useText();
  const go = useGo();
  const scoped = useScoped();
  const { pathname } = useLocation();
  const report = useReport().data?.report;
  const steps = report ? `${report.firstSteps.done} / ${report.firstSteps.total}` : '';
  const items: SideNavigationProps.Item[] = [
    { type: 'link', text: t('shell.overview'), href: scoped(paths.overview) },
    {
      type: 'link',
      text: t('shell.first-steps'),
      href: scoped(paths.firstSteps),
      info: (
        <Box color="text-body-secondary" fontSize="body-s" variant="span">
          {steps}
        </Box>
      ),
    },
    { type: 'divider' },
    { type: 'link', text: t('shell.checks'), href: scoped(paths.checks) },
    { type: 'link', text: t('shell.scans'), href: scoped(paths.scans) },
  ];
  const active = [paths.firstSteps, paths.checks, paths.scans].find((path) =>
    pathname.startsWith(path),
  );
  return (
    <>
      <SideNavigation
        activeHref={scoped(active ?? paths.overview)}
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
