import AppLayoutToolbar from '@cloudscape-design/components/app-layout-toolbar';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useGo } from '../lib/use-go.ts';
import { useLiveScans } from '../lib/use-live-scans.ts';
import { useOwnZone } from '../lib/reader-zone.ts';
import { useSession } from '../lib/use-report.ts';
import { useAskAgain } from '../lib/use-ask-again.ts';
import { CrumbContext, type Crumb } from '../ui/crumbs.ts';
import { HelpContext } from '../ui/info-link.tsx';
import { PageFault } from '../ui/page-fault.tsx';
import { topicOf } from './help-topics.ts';
import { LostLine } from './lost-line.tsx';
import { paths, signInPath } from './paths.ts';
import { ShellNavigation } from './shell-navigation.tsx';
import { PinnedLine, ScanLine, SourceLine } from './shell-notes.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';

const HelpTopic = lazy(async () => {
  const { HelpTopic: topic } = await import('../features/help/help-topic.tsx');
  return { default: topic };
});

/** The frame of every page behind sign-in. */
export function Shell() {
  const t = useText();
  const go = useGo();
  const session = useSession();
  useOwnZone(session.data?.timeZone);
  useLiveScans(session.data !== undefined);
  const { pathname, search, hash } = useLocation();
  const [help, setHelp] = useState(false);
  const topic = topicOf(pathname);
  const openHelp = useCallback(() => setHelp(true), []);
  const [crumbs, setCrumbs] = useState<Crumb[]>([]);
  const [open, setOpen] = useNavigationOpen();
  useAskAgain(pathname);
  const code = problemOf(session.error)?.code;
  if (code === 'no-role') return <Navigate to={`${paths.signIn}?problem=no-role`} replace />;
  if (code === 'sign-in-required')
    return (
      <Navigate to={signInPath(pathname + search + hash, session.data !== undefined)} replace />
    );
  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div id="top-bar">
        <TopBar />
      </div>
      <Shortcuts />
      <AppLayoutToolbar
        headerSelector="#top-bar"
        navigationWidth={232}
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        toolsHide={topic === null}
        toolsOpen={help}
        toolsWidth={320}
        onToolsChange={({ detail }) => setHelp(detail.open)}
        tools={
          topic !== null && help ? (
            <Suspense fallback={null}>
              <HelpTopic topic={topic} />
            </Suspense>
          ) : null
        }
        maxContentWidth={1240}
        ariaLabels={{
          navigation: t('shell.navigation'),
          navigationToggle: t('shell.open-navigation'),
          navigationClose: t('shell.close-navigation'),
          tools: t('shell.help'),
          toolsToggle: t('shell.open-help'),
          toolsClose: t('shell.close-help'),
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
          <ShellNavigation onGo={() => (matchMedia(roomy).matches ? undefined : setOpen(false))} />
        }
        content={
          <div id="content">
            <SpaceBetween size="m">
              <LostLine />
              <ScanLine />
              <SourceLine />
              <PinnedLine />
              <CrumbContext value={setCrumbs}>
                <HelpContext value={openHelp}>
                  <PageFault at={pathname}>
                    <Suspense fallback={<div className="page-coming" aria-busy="true" />}>
                      <Outlet />
                    </Suspense>
                  </PageFault>
                </HelpContext>
              </CrumbContext>
            </SpaceBetween>
          </div>
        }
      />
    </>
  );
}

/** Where the side navigation has room beside the page. */
const roomy = '(min-width: 1000px)';

/** Open where there is room; a window that becomes wider or narrower than that opens or closes it. */
function useNavigationOpen() {
  const [open, setOpen] = useState(() => matchMedia(roomy).matches);
  useEffect(() => {
    const media = matchMedia(roomy);
    const follow = () => setOpen(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return [open, setOpen] as const;
}
