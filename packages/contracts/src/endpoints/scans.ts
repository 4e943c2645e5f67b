import { z } from 'zod';
import { callSchema, evidenceIds } from '../evidence/evidence.ts';
import { acceptedRisksSchema } from '../exceptions.ts';
import { readingSchema } from '../reading.ts';
import { scanReportSchema } from '../report.ts';
import { scanSchema, scanTargetSchema } from '../scan.ts';
import { allow } from './allow.ts';

/** Which scan an address names. */
export const scanParams = z.object({ id: z.string() });

/** A report with the scan that it judges. */
export const reportWithScan = z.object({
  scan: scanSchema,
  report: scanReportSchema,
  /** Accepted risks beside the report, which knows nothing of them; null where none held. */
  accepted: acceptedRisksSchema.nullable(),
});

/** The readings that a check rests on, with the calls they came from: the evidence of a page. */
const evidenceOfCheck = z.object({
  readings: z.array(
    z.intersection(
      z.object({
        type: z.enum(evidenceIds as [string, ...string[]]),
        region: z.string(),
        resource: z.string().optional(),
        calls: z.array(z.number().int()),
      }),
      readingSchema,
    ),
  ),
  /** By index, as the readings name them. */
  calls: z.record(z.string(), callSchema),
});

/** Scans: start, look, cancel, and what came of them. */
export const scansEndpoints = {
  start: allow('scan')
    .route({ method: 'POST', path: '/scans', summary: 'Start a scan' })
    .input(z.object({ target: scanTargetSchema }))
    .output(scanSchema),
  list: allow('read')
    .route({ method: 'GET', path: '/scans', summary: 'The last 50 scans, newest first' })
    .output(z.object({ scans: z.array(scanSchema) })),
  workers: allow('read')
    .route({
      method: 'GET',
      path: '/workers',
      summary: 'Whether a process is there that takes up what waits',
    })
    .output(z.object({ alive: z.boolean() })),
  read: allow('read')
    .route({ method: 'GET', path: '/scans/{id}', summary: 'One scan, with its progress' })
    .input(scanParams)
    .output(scanSchema),
  cancel: allow('scan')
    .route({ method: 'POST', path: '/scans/{id}/cancel', summary: 'Cancel a scan' })
    .input(scanParams)
    .output(scanSchema),
  report: allow('read')
    .route({ method: 'GET', path: '/scans/{id}/report', summary: 'The report of one scan' })
    .input(scanParams)
    .output(reportWithScan),
  evidence: allow('read')
    .route({
      method: 'GET',
      path: '/scans/{id}/checks/{check}/evidence',
      summary: 'What AWS answered for one check',
    })
    .input(z.object({ id: z.string(), check: z.string() }))
    .output(evidenceOfCheck),
};
