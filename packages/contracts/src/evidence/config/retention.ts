import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/**
 * Config `DescribeRetentionConfigurations` (days), where the region has a recorder; `null`
 * means the default.
 */
export default defineEvidence({
  id: 'config.retention',
  scope: 'region',
  value: z
    .array(z.object({ Name: z.string(), RetentionPeriodInDays: z.number().optional() }))
    .nullable(),
  volatile: [],
  itemKey: 'Name',
});
