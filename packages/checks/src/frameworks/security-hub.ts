import { defineFramework } from '../define-framework.ts';

/** AWS Security Hub controls, titles in our own words. */
export default defineFramework({
  id: 'security-hub',
  name: 'AWS Security Hub controls',
  requirements: {
    'IAM.4': { en: 'Root has no access key', ja: 'ルートユーザーのアクセスキーがない' },
    'IAM.5': { en: 'Console users sign in with MFA', ja: 'コンソールの利用者に MFA がある' },
    'IAM.9': { en: 'Root signs in with MFA', ja: 'ルートユーザーに MFA がある' },
    'IAM.19': { en: 'All IAM users have MFA', ja: 'すべての IAM ユーザーに MFA がある' },
    'CloudTrail.1': {
      en: 'A trail for all Regions records reads and writes',
      ja: '全リージョンの証跡が読み取りと書き込みを記録している',
    },
    'CloudTrail.4': {
      en: 'Tampering with trail files can be detected',
      ja: '証跡ファイルの改ざんを検知できる',
    },
    'CloudTrail.6': {
      en: 'The trail bucket is not public',
      ja: '証跡のバケットが公開されていない',
    },
    'Config.1': {
      en: 'AWS Config is on, uses its service-linked role and records the needed types',
      ja: 'AWS Config が有効で、サービスにリンクされたロールで必要なタイプを記録している',
    },
    'GuardDuty.1': { en: 'GuardDuty is on', ja: 'GuardDuty が有効になっている' },
    'GuardDuty.5': {
      en: 'GuardDuty watches the EKS audit log',
      ja: 'GuardDuty が EKS の監査ログを監視している',
    },
    'GuardDuty.6': { en: 'GuardDuty watches Lambda', ja: 'GuardDuty が Lambda を監視している' },
    'GuardDuty.7': {
      en: 'GuardDuty watches EKS at run time',
      ja: 'GuardDuty が EKS の実行時の動作を監視している',
    },
    'GuardDuty.8': {
      en: 'GuardDuty looks for malware on EC2',
      ja: 'GuardDuty が EC2 のマルウェアを検査している',
    },
    'GuardDuty.9': {
      en: 'GuardDuty watches RDS sign-ins',
      ja: 'GuardDuty が RDS へのログインを監視している',
    },
    'GuardDuty.10': { en: 'GuardDuty watches S3', ja: 'GuardDuty が S3 を監視している' },
    'GuardDuty.11': {
      en: 'GuardDuty watches programs at run time',
      ja: 'GuardDuty が実行時の動作を監視している',
    },
    'GuardDuty.12': {
      en: 'GuardDuty watches ECS at run time',
      ja: 'GuardDuty が ECS の実行時の動作を監視している',
    },
    'GuardDuty.13': {
      en: 'GuardDuty watches EC2 at run time',
      ja: 'GuardDuty が EC2 の実行時の動作を監視している',
    },
  },
});
