import { pipeline } from 'node:stream/promises';
import { DomainError, reportOrderSchema, streams } from '@ippo/contracts';
import type { Request, Response } from 'express';
import { makeReport } from '../reports/make-report.ts';
import type { Services } from './services.ts';
import { requireReader } from './who-asks.ts';

/**
 * `POST /api/reports/files`: makes a report and answers with its bytes. `ippo-report` names its record, and the
 * trailer `repr-digest` (RFC 9530) tells the SHA-256 of the whole. What was cut off has neither.
 */
export async function sendReportFile(
  services: Services,
  request: Request,
  response: Response,
): Promise<void> {
  const reader = await requireReader(services, request, streams['reports.make'].permission);
  const order = reportOrderSchema.safeParse(request.body ?? {});
  if (!order.success) throw new DomainError('bad-request');
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  // Who left while we asked who they are has closed it already.
  if (response.destroyed) gone.abort();
  const { userId, name, scope } = reader;
  const { reports: work, version, now } = services;
  const by = { userId, name, reader: scope, at: now(), version };
  const made = await makeReport({ ...services, work }, order.data, by, gone.signal).catch(
    (error: unknown) => {
      if (error instanceof DomainError && error.code === 'report-busy')
        response.set('retry-after', '60');
      throw error;
    },
  );
  response.status(200).set({
    'content-type': made.mediaType,
    'content-disposition': `attachment; filename="${made.fileName}"`,
    'ippo-report': made.id,
    trailer: 'repr-digest',
  });
  await pipeline(async function* () {
    const { sha256 } = yield* made.bytes;
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    response.addTrailers({ 'repr-digest': `sha-256=:${digest}:` });
  }, response).catch((error: unknown) => {
    // Who stops a download half-way does no harm; anything else must not look like a whole file.
    if (!response.destroyed || !gone.signal.aborted) throw error;
  });
}
