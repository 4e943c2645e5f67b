import { removeExpiredSessions } from '../store/expired-sessions.ts';
import { defineJob } from './define-job.ts';

/** Who never signs out leaves a row behind; it names an address and a browser, and serves nobody. */
export const dropEndedSessions = defineJob({
  name: 'drop-ended-sessions',
  when: { kind: 'daily', time: '03:40', zone: 'UTC' },
  async run({ db, now, log }) {
    const removed = await removeExpiredSessions(db, now());
    log.info({ removed }, 'sessions that had ended were removed');
  },
});
