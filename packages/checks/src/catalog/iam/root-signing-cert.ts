import { rootUser } from '../../aws/root-user.ts';
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
      todo: 'Delete the root user’s signing certificate',
      why: 'A signing certificate is an old kind of password for programs. On the root user it opens everything, and hardly anybody remembers that it exists.',
      good: 'No X.509 signing certificate belongs to the root user.',
      reasons: {
        met: 'Root has no signing certificate.',
        'root-certificate-present': 'Root has a signing certificate.',
      },
    },
    ja: {
      title: 'ルートユーザーに署名証明書がない',
      todo: 'ルートユーザーの署名証明書を削除する',
      why: '署名証明書は、古い方式のプログラム用パスワードです。ルートユーザーのものはすべての操作ができ、存在が忘れられがちです。',
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
          'Under “X.509 signing certificates” deactivate the certificate and watch for a day.',
          'Delete it.',
        ],
        ja: [
          'ルートユーザーでサインインし、「セキュリティ認証情報」を開きます。',
          '「X.509 署名証明書」で証明書を無効化し、1 日様子を見ます。',
          '証明書を削除します。',
        ],
      },
      link: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    },
    cli: {
      lines: `# With root's own credentials; the certificate cannot be brought back afterwards.
aws iam list-signing-certificates
aws iam update-signing-certificate --certificate-id <certificate-id> --status Inactive
aws iam delete-signing-certificate --certificate-id <certificate-id>`,
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
      en: 'Programs that still sign with it stop; they use an interface that AWS retired long ago.',
      ja: 'この証明書で署名しているプログラムは止まります（AWS がすでに終了した方式です）。',
    },
  },
  references: [],
  evaluate(evidence) {
    const { summary, report, certificates } = rootUser(evidence);
    if (certificates === null) return [unread(summary, report)];
    if (certificates) return [fail('root-certificate-present', {}, summary, report)];
    return [pass('met', {}, summary, report)];
  },
});
