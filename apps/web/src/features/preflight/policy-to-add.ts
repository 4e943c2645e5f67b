import type { Instant } from '@ippo/contracts';
import type { Runner } from './who-runs.ts';

const sid = 'IppoMissing';

function policyOf(actions: readonly string[]) {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: sid, Effect: 'Allow', Action: [...actions].toSorted(), Resource: '*' }],
  };
}

/** A policy document with these actions only. */
export function policyText(actions: readonly string[]): string {
  return JSON.stringify(policyOf(actions), null, 2);
}

/**
 * The AWS CLI lines that add the policy to whom Ippo runs as. An inline policy is replaced by a later one
 * of its name, so the name carries the time of the preflight (UTC).
 */
export function attachLines(runner: Runner, actions: readonly string[], at: Instant): string {
  const document = `'${JSON.stringify(policyOf(actions))}'`;
  const name = `${sid}-${at.replaceAll(/\D/g, '').slice(0, 12)}`;
  if (runner.kind === 'permission-set')
    return [
      `aws sso-admin put-inline-policy-to-permission-set --instance-arn <instance-arn> --permission-set-arn <permission-set-arn> --inline-policy ${document}`,
      'aws sso-admin provision-permission-set --instance-arn <instance-arn> --permission-set-arn <permission-set-arn> --target-type ALL_PROVISIONED_ACCOUNTS',
    ].join('\n');
  if (runner.kind === 'user')
    return `aws iam put-user-policy --user-name ${runner.name} --policy-name ${name} --policy-document ${document}`;
  const role = runner.kind === 'role' ? runner.name : '<role-name>';
  return `aws iam put-role-policy --role-name ${role} --policy-name ${name} --policy-document ${document}`;
}
