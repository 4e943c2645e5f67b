import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Config `DescribeDeliveryChannels`, where the region has a recorder. */
export default defineEvidence({
  id: 'config.delivery-channels',
  scope: 'region',
  value: z.array(z.object({ name: z.string(), s3BucketName: z.string().optional() })),
  volatile: [],
  itemKey: 'name',
});
