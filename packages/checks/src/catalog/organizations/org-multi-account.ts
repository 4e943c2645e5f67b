import type { EvidenceValue } from '@ippo/contracts';
import { defineCheck } from '../../define-check.ts';
import { fail, pass, unknown, unread } from '../../verdict.ts';

type Accounts = NonNullable<EvidenceValue<'organizations.accounts'>>;

/** Organizations API `AccountState`, besides ACTIVE; another value could mean either. */
const inactiveStates = ['PENDING_ACTIVATION', 'SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'];

export default defineCheck({
  id: 'org-multi-account',
  measure: 1,
  severity: 'medium',
  unit: 'account',
  aggregate: 'all',
  requires: ['organizations.organization', 'organizations.accounts'],
  dependsOn: [],
  step: 'own-accounts',
  stepQuestion: { question: 'organization-ours', ifReason: 'org-ownership-unknown' },
  text: {
    en: {
      title: 'Workloads are split over more than one account',
      short: 'Several accounts',
      todo: 'Give each purpose its own account',
      why: 'An account is the strongest wall that AWS has: what goes wrong in one hardly reaches the next. In a single account, one leaked key can touch everything you run.',
      good: 'At least two active accounts of yours: one manages, the others do the work.',
      reasons: {
        'several-accounts': 'At least two active accounts of yours are proven ({accounts}).',
        'only-management-account': 'The management account is the only active account.',
        standalone: 'The account is not in an organization.',
        'org-ownership-unknown':
          'The organization has several accounts, but whether they are yours cannot be seen from here.',
      },
      questions: {
        'organization-ours': 'Is the management account of this organization yours?',
      },
    },
    ja: {
      title: '用途ごとに AWS アカウントを分けている',
      short: '複数アカウント',
      todo: '用途ごとにアカウントを分ける',
      why: 'アカウントは AWS で最も強い境界で、事故がほかのアカウントに広がりにくくなります。1 つしかないと、キーが 1 つ漏れるだけで、すべてに手が届きかねません。',
      good: '有効な自社アカウントが 2 つ以上あり、管理用と作業用が分かれている状態です。',
      reasons: {
        'several-accounts': '自社のアカウントが 2 つ以上あることを確認しました（{accounts} 個）。',
        'only-management-account': '有効なアカウントが管理アカウントだけです。',
        standalone: 'このアカウントは組織に所属していません。',
        'org-ownership-unknown':
          '組織に複数のアカウントがありますが、自社のものかどうかは、このアカウントからは判断できません。',
      },
      questions: {
        'organization-ours': 'この組織の管理アカウントは自社のものですか。',
      },
    },
  },
  remediation: {
    console: {
      steps: {
        en: [
          'Sign in to the management account and open AWS Organizations.',
          'Choose “Add an AWS account”, then “Create an AWS account”.',
          'Move one workload at a time; start with the next new one.',
        ],
        ja: [
          '管理アカウントにサインインし、AWS Organizations を開きます。',
          '「AWS アカウントを追加」から「AWS アカウントを作成」を選びます。',
          'ワークロードを 1 つずつ移します。まずは次に作るものから始めます。',
        ],
      },
      link: 'https://console.aws.amazon.com/organizations/v2/home/accounts',
    },
    cli: {
      lines:
        'aws organizations create-account --account-name <account-name> --email <unused-email-address>',
      actions: ['organizations:CreateAccount'],
    },
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: One more account in the organization (run in the management account)
Parameters:
  AccountName:
    Type: String
  Email:
    Type: String
    Description: An address that no AWS account uses yet
Resources:
  Account:
    Type: AWS::Organizations::Account
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      AccountName: !Ref AccountName
      Email: !Ref Email
`,
    },
    terraform: {
      code: `variable "account_name" { type = string }
variable "email" { type = string }

resource "aws_organizations_account" "this" {
  name              = var.account_name
  email             = var.email
  close_on_deletion = false
}
`,
    },
    minutes: 30,
    cost: {
      text: {
        en: 'Nothing new: an account itself has no charge; you pay for what runs in it, as before.',
        ja: '追加なし（アカウント自体は無料で、これまでどおり利用分だけかかります）',
      },
      link: 'https://aws.amazon.com/organizations/faqs/',
      asOf: '2026-11-21',
    },
    mayBreak: {
      en: 'Nothing breaks until you move something. Plan each move: names, keys and addresses change.',
      ja: '移すまで影響はありません。移行するとリソース名・キー・アドレスが変わるため、1 つずつ計画します。',
    },
  },
  references: [],
  evaluate(evidence, { scope }) {
    const organization = evidence.global('organizations.organization');
    const accounts = evidence.global('organizations.accounts');
    if (!organization.readable) return [unread(organization)];
    if (organization.value === null) return [fail('standalone', {}, organization)];
    const { Id, MasterAccountId } = organization.value;
    if (MasterAccountId === undefined) return [unread(organization)];

    const listed = (accounts.readable ? accounts.value : accounts.partial) ?? [];
    const active = activeBesides(listed, MasterAccountId);
    if (active.known > 0)
      return [pass('several-accounts', { accounts: active.known + 1 }, organization, accounts)];
    if (accounts.readable && accounts.value !== null && active.possible === 0)
      return [fail('only-management-account', {}, organization, accounts)];
    if (MasterAccountId === evidence.account) return [unread(accounts, organization)];

    const connected = scope.connectedAccounts.filter((account) => account.organization === Id);
    const proven = new Set([...connected.map((account) => account.account), evidence.account]);
    if (proven.size >= 2)
      return [pass('several-accounts', { accounts: proven.size }, organization)];
    const params = { organization: Id, account: MasterAccountId };
    return [unknown('org-ownership-unknown', params, organization, accounts)];
  },
});

/** `State` decides; `Status`, which AWS retires, only where `State` is absent. */
function activeBesides(accounts: Accounts, management: string) {
  const states = accounts
    .filter((account) => account.Id !== management)
    .map((account) => (account.State ?? account.Status ?? '').toUpperCase());
  return {
    known: states.filter((state) => state === 'ACTIVE').length,
    possible: states.filter((state) => !inactiveStates.includes(state)).length,
  };
}
