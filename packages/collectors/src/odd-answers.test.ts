import { expect, it } from 'vitest';
import type { EvidenceId } from '@ippo/contracts';
import type { Mishap } from '../simulator/world.ts';
import { allPages, markerOf } from './pages.ts';
import { readValuesWhen } from './read.test-support.ts';

function answer(output: Record<string, unknown>): Mishap {
  return { act: 'answer', output };
}

function body(rewrite: (body: string) => string): Mishap {
  return { act: 'rewrite', rewrite };
}

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"';
const group = `<Grantee ${xsi}></Grantee>`;
const everybody = `<Grantee ${xsi}><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>`;
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

// What the fuzz tests found, shrunk. The SDK's parsers hand each of these on as if it were well.
it.each<[string, EvidenceId, string, Mishap]>([
  [
    'a text where ids are listed is no list of its letters',
    'guardduty.detectors',
    'guardduty:ListDetectors',
    answer({ detectorIds: 'ZZZ' }),
  ],
  [
    'an id that is a list',
    'guardduty.detectors',
    'guardduty:ListDetectors',
    answer({ detectorIds: [[[]]] }),
  ],
  [
    'an id nested 200,000 lists deep',
    'guardduty.detectors',
    'guardduty:ListDetectors',
    body(() => `{"detectorIds":[${deep}]}`),
  ],
  [
    'a number where a list is',
    'cloudtrail.event-data-stores',
    'cloudtrail:ListEventDataStores',
    answer({ EventDataStores: 5 }),
  ],
  [
    'a record where a list is',
    'account.regions',
    'account:ListRegions',
    answer({ Regions: { Odd: '1' } }),
  ],
  ['null in a list of rules', 'events.rules', 'events:ListRules', answer({ Rules: [null] })],
  ['a text in a list of rules', 'events.rules', 'events:ListRules', answer({ Rules: ['ZZZ'] })],
  [
    'a rule with neither a pattern nor a schedule',
    'events.rules',
    'events:ListRules',
    answer({ Rules: [{ Name: 'x', Arn: 'y', State: 'ENABLED' }] }),
  ],
  [
    'a root without an id',
    'organizations.units',
    'organizations:ListRoots',
    answer({ Roots: [{}] }),
  ],
  [
    'a page token that is a record, new each time',
    'organizations.accounts',
    'organizations:ListAccounts',
    answer({ Accounts: [], NextToken: {} }),
  ],
  [
    'a page token that is a list',
    'organizations.accounts',
    'organizations:ListAccounts',
    answer({ Accounts: [], NextToken: [[]] }),
  ],
  [
    'a page token 0, which ends no list',
    'organizations.accounts',
    'organizations:ListAccounts',
    answer({ Accounts: [], NextToken: 0 }),
  ],
  [
    'a page token false, which ends no list',
    'organizations.accounts',
    'organizations:ListAccounts',
    answer({ Accounts: [], NextToken: false }),
  ],
  [
    'an empty count, which is not 0',
    'iam.account-summary',
    'iam:GetAccountSummary',
    answer({ SummaryMap: new Map([['AccountAccessKeysPresent', '']]) }),
  ],
  [
    'a count that is a word',
    'iam.account-summary',
    'iam:GetAccountSummary',
    answer({ SummaryMap: new Map([['Users', 'many']]) }),
  ],
  [
    'a flag that is neither true nor false',
    's3.bucket-policy-status',
    's3:GetBucketPolicyStatus',
    answer({ PolicyStatus: { IsPublic: 'ZZZ' } }),
  ],
  [
    'an empty flag, which is not false',
    's3.bucket-policy-status',
    's3:GetBucketPolicyStatus',
    answer({ PolicyStatus: { IsPublic: '' } }),
  ],
  [
    'grants under another name, which are not none',
    's3.bucket-acl',
    's3:GetBucketAcl',
    body((xml) => xml.replaceAll('Grant>', 'Grunt>')),
  ],
  ...[
    ['to nobody', '<Grant><Grantee></Grantee><Permission>READ</Permission></Grant>'],
    ['that is a text', '<Grant>ZZZ</Grant>'],
    ['to a group without a name', `<Grant>${group}<Permission>READ</Permission></Grant>`],
    ['of nothing', `<Grant>${everybody}</Grant>`],
  ].map(([what = '', grant = '']): [string, EvidenceId, string, Mishap] => [
    `a grant ${what}`,
    's3.bucket-acl',
    's3:GetBucketAcl',
    body((xml) => xml.replace('</AccessControlList>', `${grant}</AccessControlList>`)),
  ]),
  [
    'a text where grants are listed',
    's3.bucket-acl',
    's3:GetBucketAcl',
    answer({ AccessControlList: 'ZZZ' }),
  ],
  [
    'roles that are cut off without a marker',
    'iam.roles',
    'iam:ListRoles',
    answer({ Roles: [], IsTruncated: true }),
  ],
  [
    'null instead of an answer',
    'cloudtrail.trails',
    'cloudtrail:DescribeTrails',
    body(() => 'null'),
  ],
  [
    'a list instead of an answer',
    'guardduty.administrator',
    'guardduty:GetAdministratorAccount',
    body(() => '[]'),
  ],
  [
    'a text instead of an answer',
    'guardduty.administrator',
    'guardduty:GetAdministratorAccount',
    body(() => '"none"'),
  ],
])('%s is malformed', async (_what, type, operation, mishap) => {
  const values = await readValuesWhen(type, operation, mishap);

  expect(new Set(values)).toEqual(new Set(['malformed']));
});

it('reads a page of 300,000 items', async () => {
  const page = { items: Array.from({ length: 300_000 }, () => 'x'), next: undefined };

  const read = await allPages(
    async () => page,
    ({ items }) => items,
    ({ next }) => next,
  );

  expect(read).toHaveLength(300_000);
});

it('goes on with the marker of a list that is cut off', () => {
  const marker = markerOf({ IsTruncated: true, Marker: 'next' });

  expect(marker).toBe('next');
});
