import type { AwsAccess } from '@ippo/collectors';
import type { Logger } from 'pino';
import type { Auth } from '../auth/auth.ts';
import type { SessionEnds } from '../auth/session-ends.ts';
import type { Config } from '../config.ts';
import type { OpenTarget } from '../scan/scan-targets.ts';
import type { ReportWork } from '../reports/report-work.ts';
import type { ScanFeed } from '../scan/scan-feed.ts';
import type { ScanService } from '../scan/scan-service.ts';
import type { OutboundFetch } from '../outbound/outbound.ts';
import type { Database } from '../store/database.ts';
import type { Metrics } from './metrics.ts';

/** Everything that a request may use. */
export type Services = {
  config: Config;
  db: Database;
  auth: Auth;
  sessionEnds: SessionEnds;
  scans: ScanService;
  feed: ScanFeed;
  /** Where reports are made. */
  reports: ReportWork;
  /** The ways to AWS, below the connections. */
  access: AwsAccess;
  openTarget: OpenTarget;
  /** The only way to a host that is not AWS. */
  outbound: OutboundFetch;
  /** Null where nobody is to read them. */
  metrics: Metrics | null;
  version: string;
  now(): Date;
  log: Logger;
  /** The folder of the built pages. */
  webFolder: string;
  /** True while the process is about to end. */
  closing(): boolean;
};
