import { traverseContractProcedures } from '@orpc/server';
import { endpoints, streams } from '@ippo/contracts';
import { authPaths } from '../auth/auth-paths.ts';
import { authPath } from '../auth/auth.ts';

const apiPaths = [
  '/openapi.json',
  ...Object.values(streams).map(({ path }): string => path),
  '/exports/{table}',
  ...pathsOfContract(),
].map((path) => `/api${path}`);
const templates = [...apiPaths, ...authPaths.map(({ path }) => authPath + path)].map((path) => ({
  path,
  parts: path.split('/'),
}));
const own = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * The route that a path belongs to, such as `/api/scans/{id}`: for logs and metrics, which must hold
 * neither ids of accounts nor tokens, and only a bounded number of names.
 */
export function routeName(path: string): string {
  if (own.has(path)) return path;
  if (path.startsWith('/assets/')) return '/assets/{file}';
  if (!path.startsWith('/api/')) return '/{page}';
  const parts = path.split('/');
  const found = templates.find(
    (template) =>
      template.parts.length === parts.length &&
      template.parts.every((part, index) => part.startsWith('{') || part === parts[index]),
  );
  return found?.path ?? '/api/{unknown}';
}

function pathsOfContract(): string[] {
  const paths: string[] = [];
  traverseContractProcedures({ router: endpoints, path: [] }, ({ contract }) => {
    paths.push(contract['~orpc'].route.path ?? '');
  });
  // `/scans/latest` before `/scans/{id}`: a fixed word says more than a mark.
  return paths.toSorted((a, b) => a.split('{').length - b.split('{').length);
}
