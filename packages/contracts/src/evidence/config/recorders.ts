import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Config `DescribeConfigurationRecorders`: without arguments, the customer-managed one. */
export default defineEvidence({
  id: 'config.recorders',
  scope: 'region',
  value: z.array(z.object({ name: z.string(), servicePrincipal: z.string().optional() })),
  volatile: [],
  itemKey: 'name',
});
