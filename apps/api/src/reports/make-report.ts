import { createHash, randomUUID } from 'node:crypto';
import { DomainError, type ReportOrder } from '@ippo/contracts';
import type { Logger } from 'pino';
import { openSecret } from '../auth/open-secret.ts';
import type { Config } from '../config.ts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { keepReportExport, type NewExport } from '../store/report-exports.ts';
import { checkOrder, packFormat } from './check-order.ts';
import type { ChosenScans } from './choose-scan.ts';
import { gather, type Maker } from './gather.ts';
import { maskKeyOf } from './mask.ts';
import { packSourceOf } from './pack-source-of.ts';
import type { ChildRendering } from './report-child.ts';
import type { ReportJob } from './report-job.ts';
import type { ReportWork } from './report-work.ts';

/** What makes reports. */
export type ReportMaking = {
  db: Database;
  config: Config;
  work: ReportWork;
  log: Pick<Logger, 'error'>;
};

/** Who a report is made by: a user id, or null for the command line. */
export type By = Maker & { userId: string | null };

/** A file while it is made; its record is kept before its last byte. */
export type MadeFile = {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: AsyncGenerator<Buffer, { sha256: string; bytes: number }>;
};

/**
 * Makes a report, and keeps who made it with the digest of the whole file before the file ends: what is whole
 * has left a record. One that was cut off leaves an entry in the audit log that says so. Throws DomainError.
 */
export async function makeReport(
  making: ReportMaking,
  order: ReportOrder,
  by: By,
  signal: AbortSignal,
): Promise<MadeFile> {
  checkOrder(order);
  const id = randomUUID();
  const began = performance.now();
  let chosen: ChosenScans | null = null;
  let rendering: ChildRendering;
  const cutOff = (error: unknown) => {
    // Who left has made it fail: that says nothing of the report.
    const failed = error instanceof DomainError && !signal.aborted;
    const problem = failed ? error.code : undefined;
    return recordCutOff(making, { id, order, by, chosen, problem });
  };
  try {
    rendering = await making.work.make(
      async () => {
        const { job, ...found } = await jobOf(making, order, by);
        ({ chosen } = found);
        return { ...job, task: 'file' };
      },
      { signal },
    );
  } catch (error) {
    // Where nothing was chosen the order itself was wrong, and nothing was begun.
    if (chosen !== null) await cutOff(error);
    throw error;
  }
  const { fileName, mediaType } = rendering;
  async function* bytes(): MadeFile['bytes'] {
    const hash = createHash('sha256');
    let size = 0;
    let whole = false;
    let cause: unknown;
    try {
      for await (const part of rendering.bytes as AsyncIterable<Buffer>) {
        hash.update(part);
        size += part.length;
        yield part;
      }
      const sha256 = hash.digest('hex');
      const milliseconds = Math.round(performance.now() - began);
      if (chosen === null) throw new Error('a report of no scan');
      await record(making.db, by, {
        ...rowOf({ id, order, by, chosen }),
        fileName,
        bytes: size,
        sha256,
        milliseconds,
      });
      whole = true;
      return { sha256, bytes: size };
    } catch (error) {
      cause = error;
      throw error;
    } finally {
      rendering.bytes.destroy();
      if (!whole) await cutOff(cause);
    }
  }
  return { id, fileName, mediaType, bytes: bytes() };
}

/** Everything that the child needs. */
export async function jobOf(
  { db, config }: Pick<ReportMaking, 'db' | 'config'>,
  order: ReportOrder,
  maker: Maker,
): Promise<{ chosen: ChosenScans; job: Omit<ReportJob, 'task'> }> {
  const { chosen, job } = await gather(db, order, maker);
  const maskKey = order.redacted ? maskKeyOf(await openSecret(config, 'session-secret')) : null;
  const { format, redacted } = order;
  const about = { at: maker.at, redacted };
  const pack = format === packFormat ? await packSourceOf(db, config, chosen, about) : null;
  return { chosen, job: { ...job, maskKey, pack } };
}

type About = { id: string; order: ReportOrder; by: By; chosen: ChosenScans };

function rowOf({ id, order, by, chosen }: About) {
  const { scan, period } = chosen;
  const { format, language, redacted } = order;
  return {
    ...{ id, at: by.at, byId: by.userId, byName: by.name, format, language, redacted },
    ...{ chain: scan.chain, account: scan.account, source: scan.source.kind, scanId: scan.id },
    ...{ periodFrom: period?.from ?? null, periodTo: period?.to ?? null },
  };
}

type Made = ReturnType<typeof rowOf> & Omit<NewExport, keyof ReturnType<typeof rowOf>>;

async function record(db: Database, { at, userId }: By, made: Made): Promise<void> {
  const { fileName, bytes, sha256 } = made;
  await db.transaction(async (tx) => {
    await keepReportExport(tx, made);
    await recordInAuditLog(tx, {
      ...{ at, actor: userId, action: 'report.made', subject: made.id },
      detail: { ...detailOf(made), file: fileName, bytes: String(bytes), sha256 },
    });
  });
}

async function recordCutOff(
  { db, log }: ReportMaking,
  about: Omit<About, 'chosen'> & { chosen: ChosenScans | null; problem: string | undefined },
): Promise<void> {
  const { chosen, problem, by, id } = about;
  if (chosen === null) return;
  const detail = { ...detailOf(rowOf({ ...about, chosen })), ended: problem ?? 'cut-off' };
  await recordInAuditLog(db, {
    ...{ at: by.at, actor: by.userId, action: 'report.made', subject: id, detail },
  }).catch((error: unknown) =>
    log.error({ err: error }, 'a report that was cut off left no entry in the audit log'),
  );
}

/** The words of a row that the audit log keeps too. */
function detailOf(row: ReturnType<typeof rowOf>): Record<string, string> {
  const { account, source, scanId, format, language, redacted, byId, byName } = row;
  return {
    ...{ accounts: account, source, scan: scanId, format, language },
    ...(redacted && { redacted: 'yes' }),
    ...(row.periodFrom && { from: row.periodFrom.toISOString() }),
    ...(row.periodTo && { to: row.periodTo.toISOString() }),
    ...(byId === null && { by: byName }),
  };
}
