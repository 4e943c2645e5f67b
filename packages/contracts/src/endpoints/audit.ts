import { z } from 'zod';
import { auditFilterSchema, auditRowSchema, auditVerdictSchema } from '../audit.ts';
import { allow } from './allow.ts';

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Who did what in this install. */
export const auditEndpoints = {
  list: allow('audit')
    .route({
      method: 'GET',
      path: '/audit',
      summary: 'Rows of the audit log, newest first, 50 a page',
    })
    .input(
      auditFilterSchema.extend({
        /** `next` of the page before. */
        cursor: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(auditRowSchema),
        /** Null on the last page. */
        next: z.string().nullable(),
        /** Rows that the filter lets through, on all pages. */
        total: z.number().int(),
      }),
    ),
  actors: allow('audit')
    .route({
      method: 'GET',
      path: '/audit/actors',
      summary: 'Everyone who is named in the audit log, removed people too',
    })
    .output(
      z.object({ actors: z.array(z.object({ id: z.string(), name: z.string().nullable() })) }),
    ),
  verify: allow('audit')
    .route({
      method: 'GET',
      path: '/audit/verify',
      summary:
        'Whether the chain of the audit log is unbroken, else its first row that does not fit',
    })
    .input(z.object({ head: sha256Hex.optional() }))
    .output(auditVerdictSchema),
};
