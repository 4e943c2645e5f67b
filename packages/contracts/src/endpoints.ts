import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceIds, callSchema } from './evidence/evidence.ts';
import { answerSchema, givenAnswerSchema } from './inputs.ts';
import { preflightWithChecksSchema } from './preflight.ts';
import { readingSchema } from './reading.ts';
import { scanReportSchema } from './report.ts';
import { roleSchema, type Permission } from './roles.ts';
import { scanSchema, scanTargetSchema } from './scan.ts';
import type { Catalogue } from './catalogue.ts';

/** An endpoint begins with who may call it, so one without a permission cannot be written. */
function allow(permission: Permission) {
  return oc.$meta({ permission });
}

const scanParams = z.object({ id: z.string() });

const reportWithScan = z.object({ scan: scanSchema, report: scanReportSchema });

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

/** Every endpoint of the API under `/api`, with its permission, input and output. */
export const endpoints = {
  status: allow('anyone')
    .route({ method: 'GET', path: '/status', summary: 'What this install is, before sign-in' })
    .output(
      z.object({
        version: z.string(),
        ownerExists: z.boolean(),
        /** Host and port that this process listens on. */
        address: z.string(),
        /** True where only this machine can reach it. */
        loopbackOnly: z.boolean(),
      }),
    ),
  setup: {
    check: allow('anyone')
      .route({ method: 'POST', path: '/setup/check', summary: 'Whether a setup token still works' })
      .input(z.object({ token: z.string().max(200) }))
      .output(z.object({ until: z.iso.datetime() })),
    createOwner: allow('anyone')
      .route({ method: 'POST', path: '/setup', summary: 'Create the owner with the setup token' })
      .input(
        z.object({
          token: z.string().max(200),
          name: z.string().trim().min(1).max(100),
          email: z.email().max(200),
          password: z.string().min(14).max(200),
        }),
      )
      .output(z.object({ created: z.literal(true) })),
  },
  session: allow('read')
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in' })
    .output(z.object({ name: z.string(), email: z.string(), role: roleSchema })),
  connection: allow('scan')
    .route({ method: 'GET', path: '/connection', summary: 'Who AWS says this machine is' })
    .output(
      z.object({
        state: z.enum(['found', 'none', 'refused', 'unreachable']),
        identity: z.object({ account: z.string(), arn: z.string() }).nullable(),
        /** Set where AWS_ENDPOINT_URL points away from AWS. */
        endpoint: z.string().nullable(),
        /** Every `service:Operation` that a scan can send. */
        operations: z.array(z.string()),
      }),
    ),
  preflight: allow('scan')
    .route({
      method: 'GET',
      path: '/preflight',
      summary: 'Try each permission once: which are missing, and what each would open',
    })
    .input(z.object({ target: scanTargetSchema }))
    .output(preflightWithChecksSchema),
  policy: allow('scan')
    .route({ method: 'GET', path: '/policy', summary: 'The least-privilege policy' })
    .input(z.object({ format: z.enum(['json', 'cloudformation', 'terraform']) }))
    .output(z.object({ text: z.string() })),
  scans: {
    start: allow('scan')
      .route({ method: 'POST', path: '/scans', summary: 'Start a scan' })
      .input(z.object({ target: scanTargetSchema }))
      .output(scanSchema),
    list: allow('read')
      .route({ method: 'GET', path: '/scans', summary: 'The last 50 scans, newest first' })
      .output(z.object({ scans: z.array(scanSchema) })),
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
  },
  reports: {
    latest: allow('read')
      .route({ method: 'GET', path: '/reports/latest', summary: 'The newest complete report' })
      .input(z.object({ account: z.string().optional() }))
      .output(reportWithScan),
  },
  attestations: {
    list: allow('read')
      .route({
        method: 'GET',
        path: '/scans/{id}/answers',
        summary: 'What people answered about the account of a scan, newest first',
      })
      .input(scanParams)
      .output(z.object({ answers: z.array(givenAnswerSchema) })),
    answer: allow('scan')
      .route({
        method: 'POST',
        path: '/scans/{id}/answers',
        summary: 'Answer a question about the account of a scan; its newest report is judged anew',
      })
      .input(scanParams.extend(answerSchema.shape))
      .output(z.object({ given: givenAnswerSchema, judgedScan: z.string() })),
  },
  accounts: allow('read')
    .route({ method: 'GET', path: '/accounts', summary: 'Accounts with a complete report' })
    .output(
      z.object({
        accounts: z.array(
          z.object({
            account: z.string(),
            source: z.enum(['aws', 'simulated', 'endpoint']),
            finishedAt: z.iso.datetime(),
            scanId: z.string(),
          }),
        ),
      }),
    ),
  catalogue: allow('read')
    .route({ method: 'GET', path: '/catalogue', summary: 'Every check’s texts, in both languages' })
    .output(z.custom<Catalogue>()),
};
