import { randomBytes } from 'node:crypto';
import { recordInAuditLog } from '../../store/audit.ts';
import { addConnection } from '../../store/connections.ts';
import { contract, signedIn } from '../implement.ts';
import { shownAgain } from './shown-again.ts';

/** 160 bits: nobody guesses it, and it is still short enough to be read out. */
const externalIdBytes = 20;

export default contract.connections.add.handler(async ({ input, context }) => {
  const { userId } = signedIn(context);
  const { db, now } = context.services;
  const at = now();
  const id = `account-${randomBytes(6).toString('hex')}`;
  const externalId = `ippo-${randomBytes(externalIdBytes).toString('hex')}`;
  await db.transaction(async (tx) => {
    await addConnection(tx, { id, name: input.name, externalId, createdAt: at, createdBy: userId });
    const entry = { at, actor: userId, subject: id, detail: { name: input.name } };
    await recordInAuditLog(tx, { ...entry, action: 'connection.added' });
  });
  return shownAgain(context, id);
});
