import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** CloudTrail `ListEventDataStores`: the Lake stores whose own region this is. */
export default defineEvidence({
  id: 'cloudtrail.event-data-stores',
  scope: 'region',
  value: z.array(z.object({ EventDataStoreArn: z.string(), Name: z.string().optional() })),
  volatile: [],
  itemKey: 'EventDataStoreArn',
});
