import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Organizations `ListRoots` and, below each, `ListOrganizationalUnitsForParent`. */
export default defineEvidence({
  id: 'organizations.units',
  scope: 'account',
  value: z.array(z.object({ Id: z.string(), Name: z.string().optional() })).nullable(),
  volatile: [],
  itemKey: 'Id',
});
