import { recordInAuditLog } from '../../store/audit.ts';
import { resumeConnection } from '../../store/connections.ts';
import { contract, signedIn } from '../implement.ts';
import { named, shownAgain } from './shown-again.ts';

export default contract.connections.resume.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const connection = await named(context, input.id);
  const { id } = connection;
  await db.transaction(async (tx) => {
    if (!(await resumeConnection(tx, connection))) return;
    const entry = { at: now(), actor: userId, subject: id };
    await recordInAuditLog(tx, { ...entry, action: 'connection.resumed' });
  });
  return shownAgain(context, id);
});
