import { expect, it } from 'vitest';
import { actionOf, needsPermission } from './iam-actions.ts';
import { operations } from './operations.ts';
import { narrowest, sessionPolicy, sessionPolicyLimit } from './session-policy.ts';

function actionsIn(policy: string): string[] {
  const { Statement } = JSON.parse(policy) as { Statement: { Action: string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}

it('names every declared action, no other, and fits into what STS takes', () => {
  const policy = sessionPolicy();

  expect(actionsIn(policy)).toEqual(
    [...new Set(operations.filter(needsPermission).map(actionOf))].toSorted(),
  );
  expect(policy.length).toBeLessThanOrEqual(sessionPolicyLimit);
  expect(policy).toMatch(/^[\u0020-\u00FF]+$/);
});

it('merges what begins alike in one service when the list outgrows the limit, and still allows all of it', () => {
  const many = Array.from({ length: 60 }, (_, at) => `ec2:DescribeThingNumber${at}Attribute`);
  const others = ['s3:GetBucketAcl', 's3:GetBucketLocation', 'iam:GenerateCredentialReport'];

  const policy = narrowest([...many, ...others]);

  expect(policy.length).toBeLessThanOrEqual(sessionPolicyLimit);
  expect(actionsIn(policy)).toEqual([
    'ec2:DescribeThingNumber*',
    'iam:GenerateCredentialReport',
    's3:GetBucketAcl',
    's3:GetBucketLocation',
  ]);
});

it('never goes on without a policy that fits', () => {
  const apart = Array.from({ length: 200 }, (_, at) => `service${at}:GetSomething`);

  expect(() => narrowest(apart)).toThrow(/short enough/);
});
