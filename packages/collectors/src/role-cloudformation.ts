import { statementYaml } from './policy-cloudformation.ts';
import type { Statement } from './policy.ts';
import type { RoleToMake } from './role-template.ts';

/** A CloudFormation template that makes the role of a connection; every parameter has its value as default. */
export function roleTemplate(role: RoleToMake, statements: readonly Statement[]): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: The role that Ippo reads this account with. It can change nothing; GenerateCredentialReport only starts a report.

Parameters:
  RoleName:
    Type: String
    Default: '${role.roleName}'
    AllowedPattern: '[A-Za-z0-9_+=,.@-]{1,64}'
  ExternalId:
    Type: String
    Description: Made by Ippo for this connection alone; the role opens to nobody who does not name it.
    Default: '${role.externalId}'
    MinLength: 2
    MaxLength: 1224
    AllowedPattern: '[A-Za-z0-9_+=,.@:/-]+'
  TrustedAccount:
    Type: String
    Description: The AWS account that Ippo runs in.
    Default: '${role.trustedAccount}'
    AllowedPattern: '[0-9]{12}'
  TrustedPrincipals:
    Type: CommaDelimitedList
    Description: The identity of that account that Ippo runs as; a role is named with and without a path.
    Default: '${role.trustedPrincipals.join(',')}'

Resources:
  IppoReadOnlyRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      Description: Read-only access for Ippo
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub 'arn:\${AWS::Partition}:iam::\${TrustedAccount}:root'
            Action: sts:AssumeRole
            Condition:
              StringEquals:
                sts:ExternalId: !Ref ExternalId
              ArnLike:
                aws:PrincipalArn: !Ref TrustedPrincipals
      Policies:
        - PolicyName: ippo-readonly
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
${statements.map(statementYaml).join('\n')}

Outputs:
  RoleArn:
    Description: Name it in Ippo to finish the connection.
    Value: !GetAtt IppoReadOnlyRole.Arn
`;
}
