import { z } from 'zod';
import {
  backupSchema,
  holdSchema,
  newHoldSchema,
  retentionSchema,
  storageSchema,
} from '../storage.ts';
import { allow } from './allow.ts';

/** What this install keeps, for how long, and its backups. */
export const storageEndpoints = {
  read: allow('settings')
    .route({ method: 'GET', path: '/storage', summary: 'What is kept, its size, and for how long' })
    .output(storageSchema),
  setRetention: allow('settings')
    .route({
      method: 'POST',
      path: '/storage/retention',
      summary: 'Say for how long evidence and reports are kept; tells how many scans that prunes',
    })
    .input(retentionSchema.extend({ dryRun: z.boolean().optional() }))
    .output(z.object({ retention: retentionSchema, prunes: z.number().int() })),
  hold: allow('settings')
    .route({ method: 'POST', path: '/storage/holds', summary: 'Keep a period whatever happens' })
    .input(newHoldSchema)
    .output(holdSchema),
  release: allow('settings')
    .route({
      method: 'POST',
      path: '/storage/holds/{id}/release',
      summary: 'Let retention apply to a held period again',
    })
    .input(z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }))
    .output(holdSchema),
  backUp: allow('settings')
    .route({ method: 'POST', path: '/storage/backups', summary: 'Make a backup now' })
    .output(backupSchema),
};
