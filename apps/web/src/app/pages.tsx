import type { Language } from '@ippo/contracts';
import { lazy, Suspense, type ComponentType } from 'react';
import { matchPath, Route, Routes, useLocation } from 'react-router';
import { loadTexts, type TextPart } from '../i18n/lazy-texts.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { PageFault } from '../ui/page-fault.tsx';
import { paths } from './paths.ts';
import { PlainShell } from './plain-shell.tsx';
import { Shell } from './shell.tsx';

interface Page {
  path: string;
  Content: ComponentType;
  /** Starts to fetch it, with its texts. */
  fetch(language: Language): void;
}

/** A page that arrives when it is opened, and the texts that it will ask for. */
function page(path: string, load: () => Promise<ComponentType>, ...texts: TextPart[]): Page {
  return {
    path,
    Content: lazy(async () => ({ default: await load() })),
    fetch(language) {
      // Who waits for them is told of a failure; this only makes them come sooner.
      for (const coming of [load(), ...texts.map((part) => loadTexts(part, language))])
        coming.catch(() => undefined);
    },
  };
}

const bare = [
  page(paths.setup, async () => (await import('../pages/setup-page.tsx')).SetupPage, 'entry'),
  page(paths.signIn, async () => (await import('../pages/sign-in-page.tsx')).SignInPage, 'entry'),
  page(paths.join, async () => (await import('../pages/join-page.tsx')).JoinPage, 'entry'),
  page(paths.reset, async () => (await import('../pages/reset-page.tsx')).ResetPage, 'entry'),
];

const plain = [
  page(paths.start, async () => (await import('../pages/start-page.tsx')).StartPage, 'entry'),
  page(
    paths.connect,
    async () => (await import('../pages/connect-page.tsx')).ConnectPage,
    'accounts',
  ),
  page(
    paths.preflight,
    async () => (await import('../pages/preflight-page.tsx')).PreflightPage,
    'preflight',
  ),
];

const inShell = [
  page(
    paths.overview,
    async () => (await import('../pages/overview-page.tsx')).OverviewPage,
    'watch',
  ),
  page(
    paths.firstSteps,
    async () => (await import('../pages/first-steps-page.tsx')).FirstStepsPage,
  ),
  page(
    paths.weekly,
    async () => (await import('../pages/weekly-page.tsx')).WeeklyPage,
    'weekly',
    'watch',
  ),
  page(
    paths.week,
    async () => (await import('../pages/weekly-page.tsx')).WeeklyPage,
    'weekly',
    'watch',
  ),
  page(
    paths.findings,
    async () => (await import('../pages/findings-page.tsx')).FindingsPage,
    'findings',
  ),
  page(
    paths.finding,
    async () => (await import('../pages/finding-page.tsx')).FindingPage,
    'findings',
  ),
  page(
    paths.regions,
    async () => (await import('../pages/regions-page.tsx')).RegionsPage,
    'regions',
  ),
  page(
    paths.reports,
    async () => (await import('../pages/reports-page.tsx')).ReportsPage,
    'reports',
  ),
  page(
    paths.verifyReport,
    async () => (await import('../pages/verify-report-page.tsx')).VerifyReportPage,
    'reports',
  ),
  page(
    paths.exceptions,
    async () => (await import('../pages/exceptions-page.tsx')).ExceptionsPage,
    'exceptions',
  ),
  page(
    paths.answers,
    async () => (await import('../pages/answers-page.tsx')).AnswersPage,
    'questions',
  ),
  page(
    paths.changes,
    async () => (await import('../pages/changes-page.tsx')).ChangesPage,
    'changes',
  ),
  page(
    paths.auditLog,
    async () => (await import('../pages/audit-log-page.tsx')).AuditLogPage,
    'audit',
  ),
  page(paths.checks, async () => (await import('../pages/checks-page.tsx')).ChecksPage),
  page(paths.check, async () => (await import('../pages/check-page.tsx')).CheckPage),
  page(
    paths.scans,
    async () => (await import('../pages/scans-page.tsx')).ScansPage,
    'scan',
    'changes',
  ),
  page(
    paths.scan,
    async () => (await import('../pages/scan-page.tsx')).ScanPage,
    'scan',
    'changes',
  ),
  page(
    paths.sharedResponsibility,
    async () => (await import('../pages/shared-responsibility-page.tsx')).SharedResponsibilityPage,
    'responsibility',
  ),
  page(
    paths.accounts,
    async () => (await import('../pages/accounts-page.tsx')).AccountsPage,
    'scan',
    'accounts',
  ),
  page(
    paths.team,
    async () => (await import('../pages/team-page.tsx')).TeamPage,
    'entry',
    'people',
  ),
  page(
    paths.settings,
    async () => (await import('../pages/settings-page.tsx')).SettingsPage,
    'settings',
  ),
  page(
    paths.profile,
    async () => (await import('../pages/profile-page.tsx')).ProfilePage,
    'entry',
    'people',
  ),
];

/** Fetches the page of an address beside what comes before it: the first one waits for less in a row. */
export function fetchPage(pathname: string, language: Language): void {
  const all = [...bare, ...plain, ...inShell];
  all.find(({ path }) => matchPath(path, pathname))?.fetch(language);
}

/** Which page an address opens. */
export function Pages() {
  const { pathname } = useLocation();
  return (
    <PageFault at={pathname} bare>
      <Suspense fallback={null}>
        <Routes>
          {bare.map(route)}
          <Route element={<PlainShell />}>{plain.map(route)}</Route>
          <Route element={<Shell />}>
            {inShell.map(route)}
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </PageFault>
  );
}

function route({ path, Content }: Page) {
  return <Route key={path} path={path} element={<Content />} />;
}
