import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** GuardDuty `GetDetector`; its resource is the detector id. */
export default defineEvidence({
  id: 'guardduty.detector',
  scope: 'resource',
  value: z.object({ Status: z.string().optional() }),
  volatile: [],
});
