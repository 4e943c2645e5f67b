import { recordInAuditLog } from '../../store/audit.ts';
import { renameConnection } from '../../store/connections.ts';
import { contract, signedIn } from '../implement.ts';
import { named, shownAgain } from './shown-again.ts';

export default contract.connections.rename.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const { id, name: before } = await named(context, input.id);
  await db.transaction(async (tx) => {
    await renameConnection(tx, id, input.name);
    const detail = { before, name: input.name };
    const entry = { at: now(), actor: userId, subject: id, detail };
    await recordInAuditLog(tx, { ...entry, action: 'connection.renamed' });
  });
  return shownAgain(context, id);
});
