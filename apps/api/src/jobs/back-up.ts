import path from 'node:path';
import { keepBackup } from '../backup/keep-backup.ts';
import { recordInAuditLog } from '../store/audit.ts';
import { defineJob } from './define-job.ts';

/** What nobody thought of keeping is there when a disk or a person fails. */
export const backUp = defineJob({
  name: 'back-up',
  when: { kind: 'daily', time: '03:10', zone: 'UTC' },
  async run({ db, config, now }) {
    const at = now();
    const subject = path.basename(await keepBackup(db, config, 'daily', at));
    await recordInAuditLog(db, { at, actor: null, action: 'backup.made', subject });
  },
});
