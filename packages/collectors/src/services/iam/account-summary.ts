import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'iam.account-summary',
  operations: ['iam:GetAccountSummary'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('iam:GetAccountSummary', {});
    return answer.SummaryMap;
  },
});
