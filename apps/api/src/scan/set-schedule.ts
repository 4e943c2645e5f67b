import type { Schedule, ScanTarget } from '@ippo/contracts';
import { recordInAuditLog } from '../store/audit.ts';
import { readConnection } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import type { ReaderScope } from '../store/reader-scope.ts';
import { keepSchedule, readSchedule, type StoredSchedule } from '../store/schedules.ts';
import { nextTime, requireRunnable } from './schedule-times.ts';

/**
 * Says when a connection is scanned by itself. Throws DomainError `unknown-connection` or one of
 * `requireRunnable`.
 */
export async function setSchedule(
  db: Database,
  scope: ReaderScope,
  { target, schedule }: { target: ScanTarget; schedule: Schedule },
  by: string,
  at: Date,
): Promise<StoredSchedule | null> {
  requireRunnable(schedule, at);
  await readConnection(db, scope, target);
  return db.transaction(async (tx) => {
    const nextRunAt = nextTime(schedule, at);
    await keepSchedule(tx, { target, schedule, nextRunAt, setAt: at, setBy: by });
    const detail = { ...schedule };
    await recordInAuditLog(tx, {
      ...{ at, actor: by, action: 'schedule.set', subject: target, detail },
    });
    return readSchedule(tx, target);
  });
}
