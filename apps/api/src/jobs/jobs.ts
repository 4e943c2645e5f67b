import type { Job } from './define-job.ts';
import { dropEndedSessions } from './drop-ended-sessions.ts';

/** Every periodic job. */
export const jobs: readonly Job[] = [dropEndedSessions];
