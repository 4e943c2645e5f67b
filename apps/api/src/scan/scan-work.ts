import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import type { ScanBoard } from './scan-board.ts';
import type { OpenTarget } from './scan-targets.ts';

/** What running scans needs. */
export type ScanWork = {
  db: Database;
  board: ScanBoard;
  /** This process's own name: whose scans are whose. */
  worker: string;
  openTarget: OpenTarget;
  now(): Date;
  log: Logger;
};
