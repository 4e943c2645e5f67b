import type { Logger } from 'pino';
import type { Auth } from '../auth/auth.ts';
import type { SessionEnds } from '../auth/session-ends.ts';
import type { Config } from '../config.ts';
import type { OpenTarget } from '../scan/scan-targets.ts';
import type { ScanFeed } from '../scan/scan-feed.ts';
import type { ScanService } from '../scan/scan-service.ts';
import type { Database } from '../store/database.ts';

/** Everything that a request may use. */
export type Services = {
  config: Config;
  db: Database;
  auth: Auth;
  sessionEnds: SessionEnds;
  scans: ScanService;
  feed: ScanFeed;
  openTarget: OpenTarget;
  version: string;
  now(): Date;
  log: Logger;
  /** The folder of the built pages. */
  webFolder: string;
  /** True while the process is about to end. */
  closing(): boolean;
};
