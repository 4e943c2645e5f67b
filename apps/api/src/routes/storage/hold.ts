import { recordInAuditLog } from '../../store/audit.ts';
import { keepHold } from '../../store/holds.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.storage.hold.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const { userId, name } = signedIn(context);
  const at = now();
  return db.transaction(async (tx) => {
    const hold = await keepHold(tx, input, { id: userId, name }, at);
    const { account, from, until, reason } = input;
    const detail = { account: account ?? 'all', from, until: until ?? 'without end', reason };
    const entry = { at, actor: userId, subject: String(hold.id), detail };
    await recordInAuditLog(tx, { ...entry, action: 'hold.set' });
    return hold;
  });
});
