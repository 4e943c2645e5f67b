import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useGo } from '../lib/use-go.ts';
import { useLiveScans } from '../lib/use-live-scans.ts';
import { useSession } from '../lib/use-report.ts';
import { CrumbContext, type Crumb } from '../ui/crumbs.ts';
import { paths } from './paths.ts';
import { ShellNavigation } from './shell-navigation.tsx';
import { ScanLine, SourceLine } from './shell-notes.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every page behind sign-in. */
export function Shell() {
  const t = useText();
  const go = useGo();
  const session = useSession();
  useLiveScans(session.data !== undefined);
  const { pathname, search } = useLocation();
  const [crumbs, setCrumbs] = useState<Crumb[]>([]);
  const [open, setOpen] = useState(() => matchMedia('(min-width: 1000px)').matches);
  if (problemOf(session.error)?.code === 'sign-in-required') {
    const then =
      pathname === paths.overview ? '' : `?then=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`${paths.signIn}${then}`} replace />;
  }
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div id="top-bar">
        <TopBar />
      </div>
      <AppLayoutToolbar
        headerSelector="#top-bar"
        navigationWidth={232}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        toolsHide
        maxContentWidth={1240}
        ariaLabels={{
          navigation: t('shell.navigation'),
          navigationToggle: t('shell.open-navigation'),
          navigationClose: t('shell.close-navigation'),
        }}
        breadcrumbs={
          <BreadcrumbGroup
            ariaLabel={t('shell.breadcrumbs')}
            items={[{ text: 'Ippo', href: paths.overview }, ...crumbs]}
            onFollow={(event) => {
              event.preventDefault();
              go(event.detail.href);
            }}
          />
        }
        navigation={
          <ShellNavigation onGo={() => setOpen(matchMedia('(min-width: 1000px)').matches)} />
        }
        content={
          <div id="content">
            <SpaceBetween size="m">
              <ScanLine />
              <SourceLine />
              <CrumbContext value={setCrumbs}>
                <Outlet />
              </CrumbContext>
            </SpaceBetween>
          </div>
        }
      />
    </>
  );
}
