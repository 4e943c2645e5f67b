import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

const delivery = z
  .object({
    lastStatus: z.string().optional(),
    lastErrorCode: z.string().optional(),
    lastSuccessfulTime: instantSchema.optional(),
  })
  .optional();

/** Config `DescribeDeliveryChannelStatus`, where the region has a recorder. */
export default defineEvidence({
  id: 'config.delivery-channel-status',
  scope: 'region',
  value: z.array(
    z.object({
      name: z.string(),
      configHistoryDeliveryInfo: delivery,
      configSnapshotDeliveryInfo: delivery,
      /** About the SNS topic, not about the bucket. */
      configStreamDeliveryInfo: z
        .object({ lastStatus: z.string().optional(), lastErrorCode: z.string().optional() })
        .optional(),
    }),
  ),
  volatile: ['lastSuccessfulTime'],
  itemKey: 'name',
});
