import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** EventBridge `ListTargetsByRule` of rules whose pattern may admit GuardDuty; its resource is the rule's ARN. */
export default defineEvidence({
  id: 'events.rule-targets',
  scope: 'resource',
  value: z.array(z.object({ Id: z.string(), Arn: z.string() })),
  volatile: [],
  itemKey: 'Id',
});
