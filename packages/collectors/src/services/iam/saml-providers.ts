import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: 'iam.saml-providers',
  operations: ['iam:ListSAMLProviders'],
  tier: 'first-steps',
  async collect(ask) {
    const answer = await ask('iam:ListSAMLProviders', {});
    return answer.SAMLProviderList;
  },
});
