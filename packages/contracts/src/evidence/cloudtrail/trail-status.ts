import { z } from 'zod';
import { instantSchema } from '../../text.ts';
import { defineEvidence } from '../define-evidence.ts';

export const trailStatusSchema = z.object({
  IsLogging: z.boolean().optional(),
  LatestDeliveryError: z.string().optional(),
  LatestDeliveryTime: instantSchema.optional(),
  LatestDigestDeliveryError: z.string().optional(),
  LatestDigestDeliveryTime: instantSchema.optional(),
  StartLoggingTime: instantSchema.optional(),
  StopLoggingTime: instantSchema.optional(),
});
export type TrailStatus = z.infer<typeof trailStatusSchema>;

/** CloudTrail `GetTrailStatus` by ARN, asked in the trail's home region where that is in reach. */
export default defineEvidence({
  id: 'cloudtrail.trail-status',
  scope: 'resource',
  value: trailStatusSchema,
  volatile: ['LatestDeliveryTime', 'LatestDigestDeliveryTime'],
});
