import { may } from '@ippo/contracts';
import { ensureBuiltIn, listConnections } from '../../store/connections.ts';
import { contract, scopeOf, signedIn } from '../implement.ts';
import { asShown } from './as-shown.ts';

export default contract.connections.list.handler(async ({ context }) => {
  const { db } = context.services;
  await ensureBuiltIn(db);
  const connections = await asShown(db, await listConnections(db, scopeOf(context)));
  // Of use only to who writes the role's trust policy.
  const whole = may(signedIn(context).role, 'connect');
  return {
    connections: whole ? connections : connections.map((one) => ({ ...one, externalId: null })),
  };
});
