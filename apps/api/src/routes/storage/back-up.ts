import path from 'node:path';
import { keepBackup, listBackups } from '../../backup/keep-backup.ts';
import { recordInAuditLog } from '../../store/audit.ts';
import { contract, signedIn } from '../implement.ts';

export default contract.storage.backUp.handler(async ({ context }) => {
  const { db, config, now } = context.services;
  const at = now();
  const subject = path.basename(await keepBackup(db, config, 'asked-for', at));
  const actor = signedIn(context).userId;
  await recordInAuditLog(db, { at, actor, action: 'backup.made', subject });
  const made = (await listBackups(config)).find(({ name }) => name === subject);
  if (!made) throw new Error(`the backup ${subject} is gone`);
  return made;
});
