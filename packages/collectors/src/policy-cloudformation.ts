import type { Statement } from './policy.ts';

/** A CloudFormation template that makes the role `ippo-readonly` with the policy. */
export function policyTemplate(statements: readonly Statement[]): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: The role that Ippo reads this account with. It can change nothing; GenerateCredentialReport only starts a report.

Parameters:
  TrustedPrincipalArn:
    Type: String
    Description: ARN of the IAM role or user that Ippo runs as.
    AllowedPattern: 'arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/.+)'
  ExternalId:
    Type: String
    Description: A secret of your own making; the AWS profile that assumes the role names it too (external_id).
    MinLength: 2
    MaxLength: 1224
    AllowedPattern: '[A-Za-z0-9+=,.@:/_-]+'

Resources:
  IppoReadOnlyRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ippo-readonly
      Description: Read-only access for Ippo
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Ref TrustedPrincipalArn
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                sts:ExternalId: !Ref ExternalId
      Policies:
        - PolicyName: ippo-readonly
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.map(statementYaml).join('\n')}

Outputs:
  RoleArn:
    Description: Name it as role_arn in the AWS profile that Ippo runs with (AWS_PROFILE).
    Value: !GetAtt IppoReadOnlyRole.Arn
`;
}

/** One statement as it stands in a template. */
export function statementYaml({ sid, actions }: Statement): string {
  const lines = [
    `- Sid: ${sid}`,
    '  Effect: Allow',
    '  Action:',
    ...actions.map((action) => `    - ${action}`),
    "  Resource: '*'",
  ];
  return lines.map((line) => `              ${line}`).join('\n');
}
