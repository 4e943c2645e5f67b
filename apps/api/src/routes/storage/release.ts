import { DomainError } from '@ippo/contracts';
import { recordInAuditLog } from '../../store/audit.ts';
import { releaseHold } from '../../store/holds.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.storage.release.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  return db.transaction(async (tx) => {
    const hold = await releaseHold(tx, input.id, at);
    if (!hold) throw new DomainError('not-found');
    const entry = { at, actor: signedIn(context).userId, subject: String(input.id) };
    await recordInAuditLog(tx, { ...entry, action: 'hold.released' });
    return hold;
  });
});
