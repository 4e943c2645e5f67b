import { flag, reportTime, rootUser } from '../../aws/root-user.ts';
import { defineCheck } from '../../define-check.ts';
import { fail, pass, unread } from '../../verdict.ts';

export default defineCheck({
  id: 'root-signing-cert',
  measure: 2,
  severity: 'high',
  unit: 'account',
  aggregate: 'all',
  requires: ['iam.account-summary', 'iam.credential-report'],
  dependsOn: [],
  text: {
    en: {
      title: 'Root has no signing certificate',
      short: 'Root certificate',
      todo: 'Delete the root user’s signing certificate',
      why: 'A signing certificate is an old kind of password for programs. On the root user it carries root’s power, and hardly anybody remembers that it exists.',
      good: 'No X.509 signing certificate belongs to the root user.',
      reasons: {
        met: 'Root has no signing certificate.',
        'root-certificate-present': 'Root has a signing certificate.',
      },
    },
    ja: {
      title: 'ルートユーザーに署名証明書がない',
      short: 'ルートの証明書',
      todo: 'ルートユーザーの署名証明書を削除する',
      why: '署名証明書は、古い方式のプログラム用パスワードです。ルートユーザーの証明書があれば強い権限を使えますが、存在は忘れられがちです。',
      good: 'ルートユーザーに X.509 署名証明書が 1 つもない状態です。',
      reasons: {
        met: 'ルートユーザーに署名証明書はありません。',
        'root-certificate-present': 'ルートユーザーに署名証明書があります。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Sign in as the root user and open “Security credentials”.',
          'Under “X.509 signing certificates” deactivate the certificate, and wait until every job that might use it has run once.',
          'Delete it.',
        ],
        ja: [
          'ルートユーザーでサインインし、「セキュリティ認証情報」を開きます。',
          '「X.509 署名証明書」で証明書を無効化し、使う可能性のある処理が一巡するまで様子を見ます。',
          '証明書を削除します。',
        ],
      },
      link: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    },
    cli: {
      lines: `# With root's own credentials, for instance in CloudShell; make no new key for this.
aws iam list-signing-certificates
aws iam update-signing-certificate --certificate-id <certificate-id> --status Inactive
# Only when nothing has stopped; a deleted certificate cannot be brought back:
aws iam delete-signing-certificate --certificate-id <certificate-id>`,
      mends: { 'root-certificate-present': [0] },
      actions: [
        'iam:ListSigningCertificates',
        'iam:UpdateSigningCertificate',
        'iam:DeleteSigningCertificate',
      ],
    },
    cloudformation: {
      none: {
        en: 'Root’s certificates are no CloudFormation resource.',
        ja: 'ルートユーザーの証明書は CloudFormation では扱えません。',
      },
    },
    terraform: {
      none: {
        en: 'Root’s certificates are no Terraform resource.',
        ja: 'ルートユーザーの証明書は Terraform では扱えません。',
      },
    },
    minutes: 5,
    cost: {
      text: { en: 'Nothing new.', ja: '追加なし' },
      link: 'https://aws.amazon.com/iam/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Programs that still sign with it stop: very old ones, such as the tools that bundle server images by hand.',
      ja: 'この証明書で署名しているプログラム（サーバーイメージを手動で作る古いツールなど）は止まります。',
    },
  },
  references: [],
  evaluate(evidence) {
    const root = rootUser(evidence);
    const { summary, report, row, certificates } = root;
    const params = reportTime(root);
    if (certificates === null) return [unread(summary, report)];
    if (certificates) return [fail('root-certificate-present', params, summary, report)];
    const reportDiffers = [row?.cert_1_active, row?.cert_2_active].map(flag).includes(true);
    return [pass(reportDiffers ? 'sources-differ' : 'met', params, summary, report)];
  },
});
