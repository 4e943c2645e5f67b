import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import {
  DomainError,
  isTimeZone,
  reportOrderSchema,
  type Language,
  type ReportOrder,
} from '@ippo/contracts';
import { checkOrder } from '../reports/check-order.ts';
import { makeReport, type MadeFile } from '../reports/make-report.ts';
import { openReportWork } from '../reports/report-work.ts';
import { everyAccount } from '../store/reader-scope.ts';
import { version } from '../version.ts';
import { exitCodes } from './exit-code.ts';
import { exportEvidence } from './export-evidence.ts';
import { beginningOf, endOf, type ReportExportOptions } from './export-options.ts';
import { readInput } from './output-file.ts';
import { onData } from './stored-data.ts';
import { terminalText } from './terminal-text.ts';
import { UsageError } from './usage-error.ts';
import { say } from './words.ts';

/**
 * Writes the auditor's report of what is stored, or of a file of evidence, and prints its name and SHA-256. A file
 * that was not finished is not left behind.
 */
export async function runExport(options: ReportExportOptions): Promise<number> {
  const order = orderOf(options);
  checkOrder(order);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  const failures: string[] = [];
  const work = openReportWork({
    error: (told: unknown) => void failures.push(JSON.stringify(told)),
    // Nobody else is in line here.
    warn: () => {},
  });
  const by = {
    userId: null,
    name: machineUser(options.lang),
    reader: everyAccount,
    at: new Date(),
    version,
  };
  try {
    if (options.evidence !== undefined) {
      const evidence = readInput(options.evidence, '--evidence');
      await write(await exportEvidence(work, order, evidence, by, stop.signal), options);
    } else
      await onData(async (db, config) => {
        const log = { error: () => {} };
        const making = { db, config, work, log };
        await write(await makeReport(making, order, by, stop.signal), options);
      });
    return exitCodes.ok;
  } catch (error) {
    if (stop.signal.aborted) return exitCodes.incomplete;
    for (const line of failures) process.stderr.write(`${terminalText(line)}\n`);
    throw error;
  } finally {
    work.close();
  }
}

function orderOf(options: ReportExportOptions): ReportOrder {
  const { zone, scan, account, redacted, format, lang: language } = options;
  if (!isTimeZone(zone)) throw new DomainError('time-zone-unknown', { zone: terminalText(zone) });
  const asked = reportOrderSchema.safeParse({
    ...{ format, language, zone, redacted, scan, account },
    ...{ from: beginningOf(options.from, zone), to: endOf(options.to, zone) },
    cover: {
      period: options.auditPeriod,
      ...{ basisDate: options.basisDate, preparedBy: options.preparedBy },
      ...{ approvedBy: options.approvedBy, controlId: options.controlId },
    },
  });
  if (!asked.success) throw new DomainError('bad-request');
  return asked.data;
}

/** Writes beside the file, and gives it its name when it is whole; one that we named replaces no other. */
async function write(made: MadeFile, { out, lang }: ReportExportOptions): Promise<void> {
  const file = fileOf(out, made.fileName);
  if (file !== out && path.resolve(out ?? '') !== file && existsSync(file))
    throw new DomainError('file-exists', { file: terminalText(file) });
  const part = `${file}.part`;
  let done: { sha256: string; bytes: number } | undefined;
  try {
    const handle = await open(part, 'w', 0o600).catch((error: unknown) => {
      throw new UsageError(`--out: ${error instanceof Error ? error.message : String(error)}`);
    });
    try {
      for (;;) {
        const next = await made.bytes.next();
        if (next.done) {
          done = next.value;
          break;
        }
        await handle.write(next.value);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    renameSync(part, file);
  } finally {
    await made.bytes.return({ sha256: '', bytes: 0 });
    rmSync(part, { force: true });
  }
  const { bytes, sha256 } = done;
  print(say(lang, 'reportWritten', { file: terminalText(file), bytes }));
  print(`SHA-256: ${sha256}`);
}

function fileOf(out: string | undefined, name: string): string {
  if (out === undefined) return path.resolve(name);
  const folder = existsSync(out) && statSync(out).isDirectory();
  return folder ? path.join(out, name) : path.resolve(out);
}

/** Who works at this machine, as report and record name it: not to be taken for a user of the account. */
function machineUser(language: Language): string {
  try {
    const { username } = userInfo();
    return language === 'ja'
      ? `OS ユーザー ${username}（コマンド ippo export）`
      : `OS user ${username} (command ippo export)`;
  } catch {
    return language === 'ja' ? 'コマンド ippo export' : 'command ippo export';
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
