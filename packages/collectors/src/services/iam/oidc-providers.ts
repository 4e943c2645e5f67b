import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'iam.oidc-providers',
  operations: ['iam:ListOpenIDConnectProviders'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('iam:ListOpenIDConnectProviders', {});
    return answer.OpenIDConnectProviderList;
  },
});
