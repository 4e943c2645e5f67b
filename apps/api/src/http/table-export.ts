import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError, exportOptionsSchema } from '@ippo/contracts';
import { tableFormats, type TableFormat, type Table, type TableHead } from '@ippo/reports';
import type { Request, Response } from 'express';
import { noticeOf } from '../exports/cell-writer.ts';
import { exportTables } from '../exports/tables.gen.ts';
import { recordInAuditLog, type AuditEntry } from '../store/audit.ts';
import type { Services } from './services.ts';
import { requireReader } from './who-asks.ts';

/**
 * `GET /api/exports/{table}`: the rows of the page's own filter as a file, streamed. The entry in the
 * audit log tells the digest of the whole file, so it is written last, and before the file ends: what is
 * whole has left one. A file that was cut off leaves one too, which says so.
 */
export async function sendTableExport(
  services: Services,
  request: Request,
  response: Response,
): Promise<void> {
  const table = exportTables.find(({ id }) => id === request.params['table']);
  if (!table) throw new DomainError('not-found');
  const { userId, name, scope } = await requireReader(services, request, table.permission);
  const { query } = request;
  const options = exportOptionsSchema.safeParse(query);
  if (!options.success) throw new DomainError('bad-request');
  const { lang: language } = options.data;
  const format = formatOf(options.data.format);
  const opened = await table.open({ services, scope, language }, query);
  const { source, accounts, filter, columns } = opened;
  const at = services.now();
  const head: TableHead = {
    ...{ id: table.id, title: table.title[language], language, source, accounts, filter },
    notice: noticeOf(source, language),
    ...{ madeAt: at.toISOString(), madeBy: name, version: services.version },
  };
  const rows = counted(await begun(opened.rows));
  const entry = { at, actor: userId, action: 'table.exported', subject: table.id } as const;
  const file = audited(services, format, { head, columns, rows: rows.each }, (told) => ({
    ...entry,
    detail: { format: format.id, ...detailOf(head), rows: String(rows.count()), ...told },
  }));
  response.status(200).set({
    'content-type': format.mediaType,
    'content-disposition': `attachment; filename="${fileName(head, format)}"`,
  });
  await pipeline(Readable.from(file, { objectMode: false }), response).catch((error: unknown) => {
    // Who stops a download half-way does no harm; anything else must not look like a whole file.
    if (!response.destroyed || !isCutOff(error)) throw error;
  });
}

function formatOf(id: string): TableFormat {
  const format = tableFormats.find((one) => one.id === id);
  if (format) return format;
  const known = tableFormats.map((one) => one.id).join(', ');
  throw new DomainError('export-format-unknown', { format: id, known });
}

/** `ippo-findings-111122223333-2026-11-22-simulated.csv` */
function fileName({ id, accounts, source, madeAt }: TableHead, { extension }: TableFormat) {
  const whose = accounts.length > 1 ? `${accounts.length}-accounts` : accounts[0];
  const kind = source === null || source.kind === 'aws' ? undefined : source.kind;
  const parts = ['ippo', id, whose, madeAt.slice(0, 10), kind];
  return `${parts.filter((part) => part !== undefined).join('-')}.${extension}`;
}

function detailOf({ filter, accounts, source, language }: TableHead): Record<string, string> {
  const given = new URLSearchParams(filter).toString();
  return {
    ...(given !== '' && { filter: given }),
    ...(accounts.length > 0 && { accounts: accounts.join(', ') }),
    ...(source !== null && { source: source.kind }),
    language,
  };
}

/** The file, with its entry in the audit log before its end. */
async function* audited(
  { db, log }: Services,
  format: TableFormat,
  table: Table,
  entryOf: (told: Record<string, string>) => AuditEntry,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let whole = false;
  try {
    for await (const part of format.renderTable(table)) {
      const bytes = Buffer.from(part);
      hash.update(bytes);
      yield bytes;
    }
    await recordInAuditLog(db, entryOf({ sha256: hash.digest('hex') }));
    whole = true;
  } finally {
    if (!whole)
      await recordInAuditLog(db, entryOf({ ended: 'cut-off' })).catch((error: unknown) =>
        log.error({ err: error }, 'an export that was cut off left no entry in the audit log'),
      );
  }
}

/** Reads the first row before anything is sent: what cannot be read at all is answered with a problem. */
async function begun<Item>(items: AsyncIterable<Item>): Promise<AsyncIterable<Item>> {
  const iterator = items[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* each(): AsyncGenerator<Item> {
    try {
      for (let next = first; next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return each();
}

function counted<Item>(items: AsyncIterable<Item>) {
  let count = 0;
  async function* each(): AsyncGenerator<Item> {
    for await (const item of items) {
      count += 1;
      yield item;
    }
  }
  return { each: each(), count: () => count };
}

function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
