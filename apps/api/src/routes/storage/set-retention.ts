import { recordInAuditLog } from '../../store/audit.ts';
import { countPrunable } from '../../store/retention.ts';
import { keepSetting } from '../../store/settings.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.storage.setRetention.handler(async ({ input, context }) => {
  const { db, now } = context.services;
  const at = now();
  const { dryRun = false, ...retention } = input;
  const prunes = await countPrunable(db, retention, at);
  if (dryRun) return { retention, prunes };
  const by = signedIn(context).userId;
  await db.transaction(async (tx) => {
    await keepSetting(tx, { name: 'retention', value: retention, at, by });
    const detail = { days: String(retention.days ?? 'for good'), prunes: String(prunes) };
    await recordInAuditLog(tx, { at, actor: by, action: 'retention.set', detail });
  });
  return { retention, prunes };
});
