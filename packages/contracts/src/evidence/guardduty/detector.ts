import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

const dataSource = z.object({ Status: z.string().optional() }).optional();

/** GuardDuty `GetDetector`; its resource is the detector id. `DataSources` is the older form of `Features`. */
export default defineEvidence({
  id: 'guardduty.detector',
  scope: 'resource',
  value: z.object({
    Status: z.string().optional(),
    Features: z
      .array(z.object({ Name: z.string().optional(), Status: z.string().optional() }))
      .optional(),
    DataSources: z
      .object({
        S3Logs: dataSource,
        Kubernetes: z.object({ AuditLogs: dataSource }).optional(),
        MalwareProtection: z
          .object({ ScanEc2InstanceWithFindings: z.object({ EbsVolumes: dataSource }).optional() })
          .optional(),
      })
      .optional(),
  }),
  volatile: [],
});
