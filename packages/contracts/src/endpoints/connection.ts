import { z } from 'zod';
import { callerReachSchema } from '../connection.ts';
import { preflightWithChecksSchema } from '../preflight.ts';
import { scanTargetSchema } from '../scan.ts';
import { allow } from './allow.ts';

/** What this machine can reach, and what it needs for it. */
export const connectionEndpoints = {
  connection: allow('scan')
    .route({
      method: 'GET',
      path: '/connection',
      summary: 'Who AWS says that Ippo is: on this machine, or through another connection',
    })
    .input(z.object({ target: scanTargetSchema.optional() }))
    .output(
      z.object({
        state: z.enum(['found', 'none', 'refused', 'unreachable']),
        identity: z
          .object({ account: z.string(), arn: z.string(), reach: callerReachSchema })
          .nullable(),
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
};
