import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Config `ListConfigurationRecorders`: shows service-linked recorders too. */
export default defineEvidence({
  id: 'config.recorder-summaries',
  scope: 'region',
  value: z.array(z.object({ name: z.string(), servicePrincipal: z.string().optional() })),
  volatile: [],
  itemKey: 'name',
});
