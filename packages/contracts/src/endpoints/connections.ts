import { z } from 'zod';
import {
  accountIdSchema,
  connectionNameSchema,
  connectionSchema,
  roleTemplateSchema,
} from '../connection.ts';
import { scanTargetSchema } from '../scan.ts';
import { allow } from './allow.ts';

const which = z.object({ id: scanTargetSchema });

/** Which AWS accounts are read, and through which role. */
export const connectionsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/connections',
      summary: 'What is read, and how; the external id only for who may connect accounts',
    })
    .output(z.object({ connections: z.array(connectionSchema) })),
  add: allow('connect')
    .route({
      method: 'POST',
      path: '/connections',
      summary: 'Begin to connect an account: makes the external id that its role has to ask for',
    })
    .input(z.object({ name: connectionNameSchema }))
    .output(connectionSchema),
  template: allow('connect')
    .route({
      method: 'GET',
      path: '/connections/{id}/template',
      summary: 'What makes the role of a connection, with every value filled in',
    })
    .input(which.extend({ format: z.enum(['cloudformation', 'terraform', 'json']) }))
    .output(roleTemplateSchema),
  nameRole: allow('connect')
    .route({
      method: 'POST',
      path: '/connections/{id}/role',
      summary: 'Name the role of a connection; it has to be tested before it is used',
    })
    .input(which.extend({ roleArn: z.string().trim().max(600) }))
    .output(connectionSchema),
  test: allow('connect')
    .route({
      method: 'POST',
      path: '/connections/{id}/test',
      summary: 'Use the connection once; a role that also lets others in is refused',
    })
    .input(which)
    .output(connectionSchema),
  rename: allow('connect')
    .route({ method: 'POST', path: '/connections/{id}/name', summary: 'Rename a connection' })
    .input(which.extend({ name: connectionNameSchema }))
    .output(connectionSchema),
  pause: allow('connect')
    .route({
      method: 'POST',
      path: '/connections/{id}/pause',
      summary: 'Let no scan of a connection begin, also none of a schedule',
    })
    .input(which)
    .output(connectionSchema),
  resume: allow('connect')
    .route({ method: 'POST', path: '/connections/{id}/resume', summary: 'End a pause' })
    .input(which)
    .output(connectionSchema),
  remove: allow('connect')
    .route({
      method: 'POST',
      path: '/connections/{id}/remove',
      summary: 'Remove a connection, and with it the history of its account or not',
    })
    .input(
      which.extend({
        history: z.enum(['keep', 'erase']),
        /** Repeated by the owner; not needed where no account is known. */
        account: accountIdSchema.optional(),
      }),
    )
    .output(z.object({ scansErased: z.number().int() })),
};
