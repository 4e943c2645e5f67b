import { ensureBuiltIn, listConnections } from '../../store/connections.ts';
import { contract, scopeOf } from '../implement.ts';
import { asShown } from './as-shown.ts';

export default contract.connections.list.handler(async ({ context }) => {
  const { db } = context.services;
  await ensureBuiltIn(db);
  return { connections: await asShown(db, await listConnections(db, scopeOf(context))) };
});
