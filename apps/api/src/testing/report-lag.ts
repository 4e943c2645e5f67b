import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { World } from '@ippo/collectors';
import { DomainError, reportOrderSchema } from '@ippo/contracts';
import { readConfig } from '../config.ts';
import { writingFormats } from '../reports/check-order.ts';
import { makeReport, type MadeFile } from '../reports/make-report.ts';
import { openReportWork } from '../reports/report-work.ts';
import { openStore } from '../store/database.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { keepScanAt } from './weeks-of-history.ts';

/** What making one report cost the process that serves people. */
export type ReportLag = {
  format: string;
  /** Event-loop lag (p99, milliseconds). */
  lagMs: number;
  seconds: number;
  /** How large the file is, or the code of what ended it. */
  bytes: number | string;
};

/**
 * Makes the report of an account with so many users without MFA in each format, from an embedded database in a
 * folder, as the server does.
 */
export async function reportLags(users: number): Promise<ReportLag[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ippo-report-lag-'));
  const store = await openStore({ folder: path.join(folder, 'database') });
  const config = readConfig({ IPPO_DATA_DIR: folder });
  const tell = (told: unknown) => process.stderr.write(`${JSON.stringify(told)}\n`);
  const log = { error: tell, warn: tell };
  const work = openReportWork(log);
  const { db } = store;
  const making = { db, config, work, log };
  const { signal } = new AbortController();
  await keepScanAt(db, new Date(), (world) => withUsers(world, users));
  const lags: ReportLag[] = [];
  for (const { id: format } of writingFormats) {
    const order = reportOrderSchema.parse({ format, language: 'ja' });
    const by = { userId: null, name: 'bench', reader: everyAccount, version: '0', at: new Date() };
    const lag = monitorEventLoopDelay({ resolution: 5 });
    const began = performance.now();
    lag.enable();
    const bytes = await sizeOf(makeReport(making, order, by, signal)).catch((error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    });
    lag.disable();
    const seconds = (performance.now() - began) / 1000;
    lags.push({ format, lagMs: lag.percentile(99) / 1e6, seconds, bytes });
  }
  work.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return lags;
}

async function sizeOf(coming: Promise<MadeFile>): Promise<number> {
  let bytes = 0;
  for await (const part of (await coming).bytes) bytes += part.length;
  return bytes;
}

/** Each with a console password and nothing else: a fail of its own. */
function withUsers(world: World, users: number): World {
  const [root, pattern = {}] = world.credentials;
  const added = Array.from({ length: users }, (_, at) => ({
    ...pattern,
    ...{ user: `user-${at}`, arn: `arn:aws:iam::${world.account}:user/user-${at}` },
    ...{ password_enabled: 'true', mfa_active: 'false' },
  }));
  const summary = { ...world.summary, Users: users };
  return { ...world, summary, credentials: root ? [root, ...added] : added };
}
