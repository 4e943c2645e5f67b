import type { GeneralReason } from '@ippo/contracts';
import { defineCheck, type Answer } from '../../define-check.ts';
import { manual } from '../../verdict.ts';

/** One question for each separation that the course names. */
const questions = ['environments', 'billing', 'delegation', 'workloads'] as const;

export default defineCheck({
  id: 'org-env-separation',
  measure: 1,
  severity: 'low',
  unit: 'account',
  aggregate: 'all',
  requires: ['organizations.accounts', 'organizations.units'],
  dependsOn: ['org-member'],
  step: 'own-accounts',
  text: {
    en: {
      title: 'Development, test and production live in different accounts',
      short: 'Environments apart',
      todo: 'Move production into an account of its own',
      why: 'People experiment in development; customers depend on production. In different accounts an experiment does not reach what customers use. AWS cannot tell which account is for what, so a person answers.',
      good: 'Environments, billing, delegated authority and workloads are each separated by account.',
      reasons: {
        unanswered:
          'Waiting for a person’s answer to four questions. Accounts seen: {accountNames}.',
      },
      questions: {
        environments: 'Do development, test and production live in different accounts?',
        billing: 'Can you see what each purpose costs, because it has its own account?',
        delegation: 'Can a team get authority over its account without reaching the others?',
        workloads: 'Do unrelated workloads live in different accounts?',
      },
    },
    ja: {
      title: '開発・テスト・本番環境をアカウントで分けている',
      short: '環境の分離',
      todo: '本番環境を専用のアカウントに移す',
      why: '開発環境は試す場所、本番環境は顧客が使う場所です。アカウントを分ければ、検証の失敗が本番に及びません。用途は AWS からは分からないため、人が回答します。',
      good: '環境・請求・権限の委譲・ワークロードが、それぞれアカウント単位で分かれている状態です。',
      reasons: {
        unanswered: '4 つの質問への回答を待っています。確認できたアカウント：{accountNames}。',
      },
      questions: {
        environments: '開発・テスト・本番は別々のアカウントにありますか。',
        billing: '用途ごとの費用を、アカウント単位で把握できますか。',
        delegation: 'ほかのアカウントに影響を与えずに、アカウント単位で権限を委譲できますか。',
        workloads: '関係のないワークロードは別々のアカウントにありますか。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Open AWS Organizations in the management account.',
          'Create an organizational unit for each environment, then an account in each.',
          'Move production first: it gains most from a wall of its own.',
        ],
        ja: [
          '管理アカウントで AWS Organizations を開きます。',
          '環境ごとに組織単位（OU）を作り、それぞれにアカウントを作成します。',
          '分離の効果が最も大きい本番環境から移します。',
        ],
      },
      link: 'https://console.aws.amazon.com/organizations/v2/home/accounts',
    },
    cli: {
      lines: `aws organizations create-organizational-unit --parent-id <root-id> --name Production
aws organizations move-account --account-id <account-id> --source-parent-id <root-id> --destination-parent-id <ou-id>`,
      actions: ['organizations:CreateOrganizationalUnit', 'organizations:MoveAccount'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: Organizational units for each environment (run in the management account)
Parameters:
  RootId:
    Type: String
    AllowedPattern: "^r-[0-9a-z]{4,32}$"
Resources:
  Production:
    Type: AWS::Organizations::OrganizationalUnit
    Properties:
      Name: Production
      ParentId: !Ref RootId
  Development:
    Type: AWS::Organizations::OrganizationalUnit
    Properties:
      Name: Development
      ParentId: !Ref RootId
`,
    },
    terraform: {
      code: `variable "root_id" { type = string }

resource "aws_organizations_organizational_unit" "environment" {
  for_each  = toset(["Production", "Development"])
  name      = each.key
  parent_id = var.root_id
}
`,
    },
    minutes: 60,
    cost: {
      text: {
        en: 'Nothing new for accounts and organizational units; moved workloads cost what they did.',
        ja: '追加なし（アカウントと OU は無料。移したワークロードの費用は変わりません）',
      },
      link: 'https://aws.amazon.com/organizations/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Moving a workload to another account is a migration: plan for its data, addresses and downtime. A policy on an organizational unit applies to an account as soon as it is moved there.',
      ja: 'ワークロードの移動は移行作業です。データ・アドレス・停止時間を計画します。OU のポリシーは、アカウントを移した時点で適用されます。',
    },
  },
  references: [],
  evaluate(evidence, { answerTo }) {
    const accounts = evidence.global('organizations.accounts');
    const units = evidence.global('organizations.units');
    const accountNames = names(accounts.readable ? accounts.value : null);
    const unitNames = names(units.readable ? units.value : null);
    const code = together(questions.map(answerTo));
    return [manual(code, { accountNames, unitNames }, accounts, units)];
  },
});

function names(items: readonly { Id: string; Name?: string | undefined }[] | null): string[] {
  return (items ?? []).map((item) => item.Name ?? item.Id).sort();
}

/** Yes only when all are; the first other state present speaks. */
function together(answers: readonly Answer[]) {
  const states = answers.map((answer) => answer.state);
  const [code] = (
    [
      ['no', 'answered-no'],
      ['expired', 'answer-expired'],
      ['unanswered', 'unanswered'],
    ] as const
  ).flatMap(([state, said]) => (states.includes(state) ? [said] : []));
  return code ?? ('answered-yes' satisfies GeneralReason);
}
