import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

const types = z.array(z.string()).optional();

/** Config `DescribeConfigurationRecorders`: without arguments, the customer-managed one. */
export default defineEvidence({
  id: 'config.recorders',
  scope: 'region',
  value: z.array(
    z.object({
      name: z.string(),
      servicePrincipal: z.string().optional(),
      recordingGroup: z
        .object({
          allSupported: z.boolean().optional(),
          includeGlobalResourceTypes: z.boolean().optional(),
          resourceTypes: types,
          exclusionByResourceTypes: z.object({ resourceTypes: types }).optional(),
          recordingStrategy: z.object({ useOnly: z.string().optional() }).optional(),
        })
        .optional(),
      recordingMode: z
        .object({
          recordingFrequency: z.string().optional(),
          recordingModeOverrides: z
            .array(z.object({ resourceTypes: types, recordingFrequency: z.string().optional() }))
            .optional(),
        })
        .optional(),
    }),
  ),
  volatile: [],
  itemKey: 'name',
});
