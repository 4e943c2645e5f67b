import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';
import { advancedSelectorSchema } from './event-selectors.ts';

/** CloudTrail `GetEventDataStore` for each store that a region lists. */
export default defineEvidence({
  id: 'cloudtrail.event-data-store',
  scope: 'resource',
  value: z.object({
    Status: z.string().optional(),
    MultiRegionEnabled: z.boolean().optional(),
    OrganizationEnabled: z.boolean().optional(),
    /** Days. */
    RetentionPeriod: z.number().optional(),
    AdvancedEventSelectors: z.array(advancedSelectorSchema).optional(),
  }),
  volatile: [],
});
