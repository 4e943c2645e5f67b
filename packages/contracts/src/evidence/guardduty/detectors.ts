import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** GuardDuty `ListDetectors`: the detector ids of one region. */
export default defineEvidence({
  id: 'guardduty.detectors',
  scope: 'region',
  value: z.array(z.string()),
  volatile: [],
});
