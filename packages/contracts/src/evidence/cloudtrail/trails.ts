import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

export const trailSchema = z.object({
  TrailARN: z.string(),
  Name: z.string().optional(),
  HomeRegion: z.string().optional(),
  IsMultiRegionTrail: z.boolean().optional(),
  IsOrganizationTrail: z.boolean().optional(),
  HasCustomEventSelectors: z.boolean().optional(),
  LogFileValidationEnabled: z.boolean().optional(),
  S3BucketName: z.string().optional(),
});
export type Trail = z.infer<typeof trailSchema>;

/** CloudTrail `DescribeTrails` with shadow trails: what one region lists. */
export default defineEvidence({
  id: 'cloudtrail.trails',
  scope: 'region',
  value: z.array(trailSchema),
  volatile: [],
  itemKey: 'TrailARN',
});
