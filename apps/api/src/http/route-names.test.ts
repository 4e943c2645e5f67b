import { expect, test } from 'vitest';
import { routeName } from './route-names.ts';

test.each([
  ['/healthz', '/healthz'],
  ['/metrics', '/metrics'],
  ['/', '/{page}'],
  ['/accounts/111122223333/findings', '/{page}'],
  ['/assets/app-1a2b.js', '/assets/{file}'],
  ['/api/status', '/api/status'],
  ['/api/scans', '/api/scans'],
  ['/api/scans/8a3f', '/api/scans/{id}'],
  ['/api/scans/8a3f/checks/root-mfa/evidence', '/api/scans/{id}/checks/{check}/evidence'],
  ['/api/exports/audit', '/api/exports/{table}'],
  ['/api/auth/sign-in/email', '/api/auth/sign-in/email'],
  ['/api/auth/reset-password/secret-token', '/api/{unknown}'],
  ['/api/111122223333', '/api/{unknown}'],
  ['/api', '/{page}'],
])('%s belongs to %s', (path, route) => {
  expect(routeName(path)).toBe(route);
});
