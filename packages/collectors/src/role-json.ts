import type { Statement } from './policy.ts';
import type { RoleToMake } from './role-template.ts';

/** Both documents of the role of a connection, under the names that the IAM API gives them. */
export function roleJson(role: RoleToMake, statements: readonly Statement[]): string {
  const partition = role.trustedPrincipals[0]?.split(':')[1] ?? 'aws';
  const documents = {
    RoleName: role.roleName,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:${partition}:iam::${role.trustedAccount}:root` },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'sts:ExternalId': role.externalId },
            ArnLike: { 'aws:PrincipalArn': role.trustedPrincipals },
          },
        },
      ],
    },
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: statements.map(({ sid, actions }) => ({
        Sid: sid,
        Effect: 'Allow',
        Action: actions,
        Resource: '*',
      })),
    },
  };
  return `${JSON.stringify(documents, null, 2)}\n`;
}

/** Makes the role from that file; CloudShell brings `jq`. */
export function roleJsonLine({ roleName }: RoleToMake, fileName: string): string {
  const name = `--role-name '${roleName}'`;
  return [
    `aws iam create-role ${name} --max-session-duration 3600`,
    `--assume-role-policy-document "$(jq -c .AssumeRolePolicyDocument ${fileName})"`,
    `--query Role.Arn --output text && aws iam put-role-policy ${name} --policy-name ippo-readonly`,
    `--policy-document "$(jq -c .PolicyDocument ${fileName})"`,
  ].join(' ');
}
