import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'sts.caller-identity',
  operations: ['sts:GetCallerIdentity'],
  tier: 'first-steps',
  collect: (ask) => ask('sts:GetCallerIdentity', {}),
});
