import { Navigate, Outlet, useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useOwnZone } from '../lib/reader-zone.ts';
import { useSession } from '../lib/use-report.ts';
import { PageFault } from '../ui/page-fault.tsx';
import { LostLine } from './lost-line.tsx';
import { paths, signInPath } from './paths.ts';
import { TopBar } from './top-bar.tsx';

/** A page with a top bar and no navigation. */
export function PlainShell() {
  const t = useText();
  const session = useSession();
  useOwnZone(session.data?.timeZone);
  const { pathname, search, hash } = useLocation();
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
      <main id="content">
        <LostLine />
        <PageFault at={pathname}>
          <Outlet />
        </PageFault>
      </main>
    </>
  );
}
