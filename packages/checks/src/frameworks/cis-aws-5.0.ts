import { defineFramework } from '../define-framework.ts';

/** CIS AWS Foundations Benchmark 5.0: its numbers, titles in our own words. */
export default defineFramework({
  id: 'cis-aws-5.0',
  name: 'CIS AWS Foundations 5.0',
  requirements: {
    '1.3': { en: 'Root has no access key', ja: 'ルートユーザーのアクセスキーがない' },
    '1.4': { en: 'Root signs in with MFA', ja: 'ルートユーザーに MFA がある' },
    '1.6': {
      en: 'Root is kept for the tasks that need it',
      ja: 'ルートユーザーを必要な作業だけに使う',
    },
    '1.9': { en: 'Console users sign in with MFA', ja: 'コンソールの利用者に MFA がある' },
    '1.20': {
      en: 'People sign in through a central identity provider',
      ja: '利用者が一元化した ID プロバイダーでサインインしている',
    },
    '3.1': { en: 'A trail records every Region', ja: '証跡が全リージョンを記録している' },
    '3.2': {
      en: 'Tampering with trail files can be detected',
      ja: '証跡ファイルの改ざんを検知できる',
    },
    '3.3': {
      en: 'AWS Config records in every Region',
      ja: 'AWS Config が全リージョンで記録している',
    },
  },
});
