import { traverseContractProcedures } from '@orpc/server';
import { endpoints, streams, type Permission } from '@ippo/contracts';
import { authPaths } from '../auth/auth-paths.ts';
import { authPath } from '../auth/auth.ts';
import { exportTables } from '../exports/tables.gen.ts';

/** One way into the API; `path` has its `{marks}`. */
export type Route = {
  name: string;
  method: string;
  path: string;
  permission: Permission;
  kind: 'contract' | 'stream' | 'sign-in';
};

/** How the names of exports begin; the table follows. */
export const exportPrefix = 'export.';

/** Every way into the API, read from the contract: a new one is tested by being there. */
export const everyRoute: readonly Route[] = [
  ...contractRoutes(),
  ...streamRoutes(),
  ...exportRoutes(),
  ...authRoutes(),
];

/** An address of a route, for something that does not exist. */
export function addressOf({ path }: Route): string {
  return path.replaceAll(/\{\w+\}/g, 'none');
}

function contractRoutes(): Route[] {
  const found: Route[] = [];
  traverseContractProcedures({ router: endpoints, path: [] }, ({ contract, path }) => {
    const { route, meta } = contract['~orpc'];
    const { permission } = meta as { permission: Permission };
    const { method = 'POST', path: address = '' } = route;
    found.push({
      ...{ name: path.join('.'), method, path: `/api${address}` },
      ...{ permission, kind: 'contract' },
    });
  });
  return found;
}

function streamRoutes(): Route[] {
  return Object.entries(streams).map(([name, { method, path, permission }]) => ({
    ...{ name, method, path: `/api${path}`, permission, kind: 'stream' },
  }));
}

/** Each table has a permission of its own. */
function exportRoutes(): Route[] {
  return exportTables.map(({ id, permission }) => ({
    ...{ name: `${exportPrefix}${id}`, method: 'GET', path: `/api/exports/${id}`, permission },
    kind: 'stream',
  }));
}

// What each of them asks of a session is the library's business and tested with sign-in.
function authRoutes(): Route[] {
  return authPaths.map(({ method, path }) => ({
    ...{ name: `auth${path}`, method, path: authPath + path },
    ...{ permission: 'anyone', kind: 'sign-in' },
  }));
}
