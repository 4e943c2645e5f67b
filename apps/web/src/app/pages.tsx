import { lazy, Suspense, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { paths } from './paths.ts';
import { PlainShell } from './plain-shell.tsx';
import { Shell } from './shell.tsx';

interface Page {
  path: string;
  Content: ComponentType;
}

/** A page that arrives when it is opened. */
function page(path: string, load: () => Promise<ComponentType>): Page {
  return { path, Content: lazy(async () => ({ default: await load() })) };
}

const bare = [
  page(paths.setup, async () => (await import('../pages/setup-page.tsx')).SetupPage),
  page(paths.signIn, async () => (await import('../pages/sign-in-page.tsx')).SignInPage),
  page(paths.join, async () => (await import('../pages/join-page.tsx')).JoinPage),
  page(paths.reset, async () => (await import('../pages/reset-page.tsx')).ResetPage),
];

const plain = [
  page(paths.start, async () => (await import('../pages/start-page.tsx')).StartPage),
  page(paths.connect, async () => (await import('../pages/connect-page.tsx')).ConnectPage),
  page(paths.preflight, async () => (await import('../pages/preflight-page.tsx')).PreflightPage),
];

const inShell = [
  page(paths.overview, async () => (await import('../pages/overview-page.tsx')).OverviewPage),
  page(
    paths.firstSteps,
    async () => (await import('../pages/first-steps-page.tsx')).FirstStepsPage,
  ),
  page(paths.weekly, async () => (await import('../pages/weekly-page.tsx')).WeeklyPage),
  page(paths.week, async () => (await import('../pages/weekly-page.tsx')).WeeklyPage),
  page(paths.findings, async () => (await import('../pages/findings-page.tsx')).FindingsPage),
  page(paths.finding, async () => (await import('../pages/finding-page.tsx')).FindingPage),
  page(paths.regions, async () => (await import('../pages/regions-page.tsx')).RegionsPage),
  page(paths.exceptions, async () => (await import('../pages/exceptions-page.tsx')).ExceptionsPage),
  page(paths.answers, async () => (await import('../pages/answers-page.tsx')).AnswersPage),
  page(paths.changes, async () => (await import('../pages/changes-page.tsx')).ChangesPage),
  page(paths.auditLog, async () => (await import('../pages/audit-log-page.tsx')).AuditLogPage),
  page(paths.checks, async () => (await import('../pages/checks-page.tsx')).ChecksPage),
  page(paths.check, async () => (await import('../pages/check-page.tsx')).CheckPage),
  page(paths.scans, async () => (await import('../pages/scans-page.tsx')).ScansPage),
  page(paths.scan, async () => (await import('../pages/scan-page.tsx')).ScanPage),
  page(
    paths.sharedResponsibility,
    async () => (await import('../pages/shared-responsibility-page.tsx')).SharedResponsibilityPage,
  ),
  page(paths.accounts, async () => (await import('../pages/accounts-page.tsx')).AccountsPage),
  page(paths.team, async () => (await import('../pages/team-page.tsx')).TeamPage),
  page(paths.settings, async () => (await import('../pages/settings-page.tsx')).SettingsPage),
  page(paths.profile, async () => (await import('../pages/profile-page.tsx')).ProfilePage),
];

/** Which page an address opens. */
export function Pages() {
  return (
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
  );
}

function route({ path, Content }: Page) {
  return <Route key={path} path={path} element={<Content />} />;
}
