import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** EC2 `DescribeRegions` with `AllRegions`: asked only where `account:ListRegions` was not answered. */
export default defineEvidence({
  id: 'ec2.regions',
  scope: 'account',
  value: z.array(z.object({ RegionName: z.string(), OptInStatus: z.string().optional() })),
  volatile: [],
  itemKey: 'RegionName',
});
