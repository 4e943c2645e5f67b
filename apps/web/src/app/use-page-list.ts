import { useText } from '../i18n/text.tsx';
import { useSession } from '../lib/use-report.ts';
import { paths } from './paths.ts';

export interface PageLink {
  text: string;
  path: string;
}

/** A group of the side navigation; without a title it is set off by a line. */
export interface PageGroup {
  title: string | null;
  closed?: boolean;
  links: readonly PageLink[];
}

/** The pages of the side navigation, in order; one that a person may not open is left out. */
export function usePageList(): readonly PageGroup[] {
  const t = useText();
  const role = useSession().data?.role;
  return [
    {
      title: null,
      links: [
        { text: t('shell.overview'), path: paths.overview },
        { text: t('shell.first-steps'), path: paths.firstSteps },
        { text: t('shell.weekly'), path: paths.weekly },
      ],
    },
    {
      title: null,
      links: [
        { text: t('shell.findings'), path: paths.findings },
        { text: t('shell.regions'), path: paths.regions },
        { text: t('shell.changes'), path: paths.changes },
      ],
    },
    {
      title: t('shell.prove'),
      links: [
        { text: t('shell.reports'), path: paths.reports },
        { text: t('shell.exceptions'), path: paths.exceptions },
        { text: t('shell.answers'), path: paths.answers },
      ],
    },
    {
      title: t('shell.manage'),
      links: [
        { text: t('shell.scans'), path: paths.scans },
        { text: t('shell.accounts-page'), path: paths.accounts },
        ...(role === 'owner' ? [{ text: t('shell.team'), path: paths.team }] : []),
        ...(role === 'owner' ? [{ text: t('shell.audit-log'), path: paths.auditLog }] : []),
        { text: t('shell.settings'), path: paths.settings },
      ],
    },
    {
      title: t('shell.learn'),
      closed: true,
      links: [
        { text: t('shell.checks'), path: paths.checks },
        { text: t('shell.responsibility'), path: paths.sharedResponsibility },
      ],
    },
  ];
}
