import { defineFramework } from '../define-framework.ts';

/** AWS Startup Security Baseline, current edition, titles in our own words. */
export default defineFramework({
  id: 'aws-ssb',
  name: 'AWS Startup Security Baseline',
  requirements: {
    'ACCT.02': { en: 'Root is restricted', ja: 'ルートユーザーを制限している' },
    'ACCT.03': { en: 'Each person has an identity', ja: '1 人ずつ ID がある' },
    'ACCT.05': { en: 'Sign-ins need MFA', ja: 'サインインに MFA が必要' },
    'ACCT.07': {
      en: 'CloudTrail logs go to a protected bucket',
      ja: 'CloudTrail のログを保護されたバケットに保存している',
    },
    'ACCT.08': { en: 'Buckets are not public', ja: 'バケットを公開していない' },
    'ACCT.14': {
      en: 'GuardDuty is on and its findings are looked at',
      ja: 'GuardDuty を有効にし、検出結果を確認している',
    },
  },
});
