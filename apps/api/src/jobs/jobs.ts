import { backUp } from './back-up.ts';
import type { Job } from './define-job.ts';
import { dropEndedSessions } from './drop-ended-sessions.ts';
import { pruneOldScans } from './prune-old-scans.ts';

/** Every periodic job. */
export const jobs: readonly Job[] = [backUp, dropEndedSessions, pruneOldScans];
