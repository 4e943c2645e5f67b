import { z } from 'zod';
import { closedRegionSchema, newClosedRegionSchema } from '../closed-regions.ts';
import { allow } from './allow.ts';
import { scanParams } from './scans.ts';

/** Regions that SCPs close, confirmed by an owner. */
export const closedRegionsEndpoints = {
  list: allow('read')
    .route({
      method: 'GET',
      path: '/closed-regions',
      summary: 'Regions that an owner confirmed as closed by an SCP, newest first, ended ones too',
    })
    .output(z.object({ regions: z.array(closedRegionSchema) })),
  confirm: allow('settings')
    .route({
      method: 'POST',
      path: '/scans/{id}/closed-regions',
      summary: 'Confirm a Region that the account’s newest scan proves to be closed by an SCP',
    })
    .input(scanParams.extend(newClosedRegionSchema.shape))
    .output(closedRegionSchema),
  end: allow('settings')
    .route({
      method: 'POST',
      path: '/closed-regions/{id}/end',
      summary: 'Take a confirmation back: the Region counts again',
    })
    .input(z.object({ id: z.string().max(100) }))
    .output(closedRegionSchema),
};
