import { recordInAuditLog } from '../store/audit.ts';
import { prune, readRetention } from '../store/retention.ts';
import { defineJob } from './define-job.ts';

/** After the backup of the night, so that what goes is in it once more. */
export const pruneOldScans = defineJob({
  name: 'prune-old-scans',
  when: { kind: 'daily', time: '04:10', zone: 'UTC' },
  async run({ db, now, signal }) {
    const at = now();
    const pruned = await prune(db, await readRetention(db), at, signal);
    if (pruned === 0) return;
    const detail = { scans: String(pruned) };
    await recordInAuditLog(db, { at, actor: null, action: 'evidence.pruned', detail });
  },
});
