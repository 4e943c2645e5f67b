import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { paths } from './paths.ts';
import { PlainShell } from './plain-shell.tsx';
import { Shell } from './shell.tsx';

const OverviewPage = lazy(async () => {
  const { OverviewPage: page } = await import('../pages/overview-page.tsx');
  return { default: page };
});
const FirstStepsPage = lazy(async () => {
  const { FirstStepsPage: page } = await import('../pages/first-steps-page.tsx');
  return { default: page };
});
const ChecksPage = lazy(async () => {
  const { ChecksPage: page } = await import('../pages/checks-page.tsx');
  return { default: page };
});
const CheckPage = lazy(async () => {
  const { CheckPage: page } = await import('../pages/check-page.tsx');
  return { default: page };
});
const ScansPage = lazy(async () => {
  const { ScansPage: page } = await import('../pages/scans-page.tsx');
  return { default: page };
});
const ScanPage = lazy(async () => {
  const { ScanPage: page } = await import('../pages/scan-page.tsx');
  return { default: page };
});
const StartPage = lazy(async () => {
  const { StartPage: page } = await import('../pages/start-page.tsx');
  return { default: page };
});
const PreflightPage = lazy(async () => {
  const { PreflightPage: page } = await import('../pages/preflight-page.tsx');
  return { default: page };
});
const SetupPage = lazy(async () => {
  const { SetupPage: page } = await import('../pages/setup-page.tsx');
  return { default: page };
});
const SignInPage = lazy(async () => {
  const { SignInPage: page } = await import('../pages/sign-in-page.tsx');
  return { default: page };
});

/** Which page an address opens. */
export function Pages() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path={paths.setup} element={<SetupPage />} />
        <Route path={paths.signIn} element={<SignInPage />} />
        <Route element={<PlainShell />}>
          <Route path={paths.start} element={<StartPage />} />
          <Route path={paths.preflight} element={<PreflightPage />} />
        </Route>
        <Route element={<Shell />}>
          <Route path={paths.overview} element={<OverviewPage />} />
          <Route path={paths.firstSteps} element={<FirstStepsPage />} />
          <Route path={paths.checks} element={<ChecksPage />} />
          <Route path={paths.check} element={<CheckPage />} />
          <Route path={paths.scans} element={<ScansPage />} />
          <Route path={paths.scan} element={<ScanPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
