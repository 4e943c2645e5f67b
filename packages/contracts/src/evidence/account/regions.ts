import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Account Management `ListRegions`: every region of the partition and whether the account has it. */
export default defineEvidence({
  id: 'account.regions',
  scope: 'account',
  value: z.array(z.object({ RegionName: z.string(), RegionOptStatus: z.string().optional() })),
  volatile: [],
  itemKey: 'RegionName',
});
