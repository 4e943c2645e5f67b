import { recordInAuditLog } from '../../store/audit.ts';
import { keepSetting } from '../../store/settings.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.exceptions.setRules.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const { userId } = signedIn(context);
  await db.transaction(async (tx) => {
    await keepSetting(tx, { name: 'exceptions', value: input, at, by: userId });
    const detail = { secondPerson: input.secondPerson ? 'required' : 'optional' };
    await recordInAuditLog(tx, { at, actor: userId, action: 'exceptions.rules-set', detail });
  });
  return input;
});
