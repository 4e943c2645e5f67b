import { DomainError } from '@ippo/contracts';
import { recordInAuditLog } from '../../store/audit.ts';
import { moveConnection } from '../../store/connections.ts';
import { contract, signedIn } from '../implement.ts';
import { named, shownAgain } from './shown-again.ts';

export default contract.connections.pause.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const { id, status } = await named(context, input.id);
  if (status === 'new') throw new DomainError('connection-not-ready');
  await db.transaction(async (tx) => {
    if (!(await moveConnection(tx, id, 'active', 'paused'))) return;
    const entry = { at: now(), actor: userId, subject: id };
    await recordInAuditLog(tx, { ...entry, action: 'connection.paused' });
  });
  return shownAgain(context, id);
});
