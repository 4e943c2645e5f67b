import { expect, test } from 'vitest';
import { attachLines, policyText } from './policy-to-add.ts';
import { byService, checksBehind, sortPermissions, type Permission } from './sort-permissions.ts';
import { runnerOf } from './who-runs.ts';

function permission(action: string, more: Partial<Permission>): Permission {
  return { action, result: 'granted', tried: [], unlocks: [], checks: [], ...more };
}

function refused(action: string, reason: 'denied' | 'scp-denied', checks: string[]): Permission {
  return permission(action, { result: 'refused', refusal: { reason, region: 'global' }, checks });
}

const found = [
  permission('iam:ListRoles', {}),
  refused('iam:GetAccountSummary', 'denied', ['root-mfa', 'root-usage']),
  refused('s3:GetBucketAcl', 'scp-denied', ['ct-bucket-public']),
  permission('guardduty:GetFindings', { result: 'not-tried' }),
];

test('only what the caller itself is denied counts as missing', () => {
  const { missing, other, untried, granted } = sortPermissions(found);

  expect([missing, other, untried, granted].map((list) => list[0]?.action)).toEqual([
    'iam:GetAccountSummary',
    's3:GetBucketAcl',
    'guardduty:GetFindings',
    'iam:ListRoles',
  ]);
});

test('a check behind two permissions counts once', () => {
  const twice = [...found, refused('iam:GetCredentialReport', 'denied', ['root-mfa'])];

  const behind = checksBehind(twice, (id) => ({
    severity: id === 'root-mfa' ? 'critical' : 'high',
  }));

  expect(behind).toEqual({ n: 3, critical: 1 });
});

test('each service has its sum', () => {
  expect(byService(found)).toEqual([
    { service: 'iam', granted: 1, total: 2 },
    { service: 's3', granted: 0, total: 1 },
    { service: 'guardduty', granted: 0, total: 1 },
  ]);
});

test.each([
  ['arn:aws:sts::111122223333:assumed-role/ippo-readonly/ippo', 'role', 'ippo-readonly'],
  ['arn:aws:iam::111122223333:user/teams/ops/aiko', 'user', 'aiko'],
  [
    'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Read_Only_0123456789abcdef/aiko@example.com',
    'permission-set',
    'Read_Only',
  ],
  ['arn:aws:iam::111122223333:root', 'other', 'arn:aws:iam::111122223333:root'],
])('a policy for %s goes to the %s', (arn, kind, name) => {
  expect(runnerOf(arn)).toEqual({ kind, name });
});

test('the line adds exactly the actions shown, under a name of its own', () => {
  const actions = ['s3:GetBucketAcl', 'iam:ListRoles'];
  const role = { kind: 'role', name: 'ippo-readonly' } as const;

  const line = attachLines(role, actions, '2026-11-22T03:36:11.000Z');

  const document = /--policy-document '(.+)'$/.exec(line)?.[1] ?? '';
  expect(line).toContain('--role-name ippo-readonly --policy-name IppoMissing-202611220336 ');
  expect(JSON.parse(document)).toEqual(JSON.parse(policyText(actions)));
  expect(JSON.parse(document).Statement[0].Action).toEqual(['iam:ListRoles', 's3:GetBucketAcl']);
});

test('a role of IAM Identity Center is mended through its permission set', () => {
  const lines = attachLines({ kind: 'permission-set', name: 'Read' }, ['iam:ListRoles'], '');

  expect(lines).toContain('put-inline-policy-to-permission-set');
  expect(lines).not.toContain('put-role-policy');
});
