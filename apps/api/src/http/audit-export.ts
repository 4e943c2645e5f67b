import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DomainError,
  auditExportSchema,
  streams,
  type AuditFilter,
  type AuditRow,
} from '@ippo/contracts';
import { stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import { streamAuditRows } from '../store/audit-search.ts';
import { recordInAuditLog } from '../store/audit.ts';
import type { Services } from './services.ts';
import { requireReader } from './who-asks.ts';

const columns = [
  'id',
  'at',
  'actor',
  'actorName',
  'action',
  'subject',
  'detail',
  'position',
  'previousHash',
  'hash',
] satisfies (keyof AuditRow)[];

const mediaTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

/**
 * `GET /api/audit/export`: the rows of a filter as CSV or JSON lines, oldest first, streamed. Its own
 * entry comes first, so that also an export that was cut off leaves one.
 */
export async function sendAuditExport(
  services: Services,
  request: Request,
  response: Response,
): Promise<void> {
  const { db, now } = services;
  const at = now();
  const session = await requireReader(services, request, streams['audit.export'].permission);
  const asked = auditExportSchema.safeParse(request.query);
  if (!asked.success) throw new DomainError('bad-request');
  const { format, ...filter } = asked.data;
  const entry = { at, actor: session.userId, action: 'audit.exported' } as const;
  await recordInAuditLog(db, { ...entry, detail: { format, ...given(filter) } });
  const name = `ippo-audit-${at.toISOString().slice(0, 10)}.${format}`;
  response.status(200).set({
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}"`,
  });
  const rows = Readable.from(streamAuditRows(db, filter), { highWaterMark: 100 });
  await pipeline(rows, format === 'csv' ? csvLines() : jsonLines, response).catch(
    (error: unknown) => {
      // Who stops a download half-way does no harm; anything else must not look like a whole file.
      if (!response.destroyed) throw error;
    },
  );
}

function given(filter: AuditFilter): Record<string, string> {
  const entries = Object.entries(filter);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function csvLines() {
  return stringify({
    ...{ header: true, columns, bom: true, record_delimiter: 'windows', escape_formulas: true },
    cast: { object: (value) => JSON.stringify(value) },
  });
}

async function* jsonLines(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
