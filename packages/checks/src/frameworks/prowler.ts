import { defineFramework } from '../define-framework.ts';

/** Checks of the open-source tool Prowler that ask the same, titles in our own words. */
export default defineFramework({
  id: 'prowler',
  name: 'Prowler checks',
  requirements: {
    cloudtrail_log_file_validation_enabled: {
      en: 'Tampering with trail files can be detected',
      ja: '証跡ファイルの改ざんを検知できる',
    },
    cloudtrail_logs_s3_bucket_is_not_publicly_accessible: {
      en: 'The trail bucket is not public',
      ja: '証跡のバケットが公開されていない',
    },
    cloudtrail_multi_region_enabled: {
      en: 'A trail records every Region',
      ja: '証跡が全リージョンを記録している',
    },
    cloudtrail_multi_region_enabled_logging_management_events: {
      en: 'The trail records all management events',
      ja: '証跡がすべての管理イベントを記録している',
    },
    config_recorder_all_regions_enabled: {
      en: 'AWS Config records in every Region',
      ja: 'AWS Config が全リージョンで記録している',
    },
    guardduty_ec2_malware_protection_enabled: {
      en: 'GuardDuty looks for malware on EC2',
      ja: 'GuardDuty が EC2 のマルウェアを検査している',
    },
    guardduty_eks_audit_log_enabled: {
      en: 'GuardDuty watches the EKS audit log',
      ja: 'GuardDuty が EKS の監査ログを監視している',
    },
    guardduty_eks_runtime_monitoring_enabled: {
      en: 'GuardDuty watches EKS at run time',
      ja: 'GuardDuty が EKS の実行時の動作を監視している',
    },
    guardduty_is_enabled: {
      en: 'GuardDuty is on in every Region',
      ja: 'GuardDuty が全リージョンで有効',
    },
    guardduty_lambda_protection_enabled: {
      en: 'GuardDuty watches Lambda',
      ja: 'GuardDuty が Lambda を監視している',
    },
    guardduty_no_high_severity_findings: {
      en: 'No serious GuardDuty finding is open',
      ja: 'GuardDuty の重大な検出結果が残っていない',
    },
    guardduty_rds_protection_enabled: {
      en: 'GuardDuty watches RDS sign-ins',
      ja: 'GuardDuty が RDS へのログインを監視している',
    },
    guardduty_s3_protection_enabled: {
      en: 'GuardDuty watches S3',
      ja: 'GuardDuty が S3 を監視している',
    },
    iam_avoid_root_usage: {
      en: 'Root is kept for the tasks that need it',
      ja: 'ルートユーザーを必要な作業だけに使う',
    },
    iam_check_saml_providers_sts: { en: 'A SAML provider exists', ja: 'SAML プロバイダーがある' },
    iam_no_root_access_key: {
      en: 'Root has no access key',
      ja: 'ルートユーザーのアクセスキーがない',
    },
    iam_root_mfa_enabled: { en: 'Root signs in with MFA', ja: 'ルートユーザーに MFA がある' },
    iam_user_mfa_enabled_console_access: {
      en: 'Console users sign in with MFA',
      ja: 'コンソールの利用者に MFA がある',
    },
    organizations_account_part_of_organizations: {
      en: 'The account is in an organization',
      ja: 'アカウントが組織に所属している',
    },
  },
});
