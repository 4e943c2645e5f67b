import type { Connection } from '@ippo/contracts';
import type { RequestContext } from '../../http/request-context.ts';
import { readConnection, type StoredConnection } from '../../store/connections.ts';
import { scopeOf } from '../implement.ts';
import { asShown } from './as-shown.ts';

/** The connection that an address names, within what the caller may see. */
export async function named(context: RequestContext, id: string): Promise<StoredConnection> {
  return readConnection(context.services.db, scopeOf(context), id);
}

/** A connection as it is after a change. */
export async function shownAgain(context: RequestContext, id: string): Promise<Connection> {
  const [connection] = await asShown(context.services.db, [await named(context, id)]);
  if (!connection) throw new Error(`connection ${id} is gone`);
  return connection;
}
