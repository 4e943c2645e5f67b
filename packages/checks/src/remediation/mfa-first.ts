import type { Remediation } from '@ippo/contracts';

/**
 * A group whose people can do nothing but set up MFA until they signed in with it. The deny alone would lock out
 * whoever has no rights in IAM (IAM User Guide, *Allows IAM users to self-manage an MFA device*).
 */
export const mfaFirstTemplate: Pick<Remediation, 'cloudformation' | 'terraform'> = {
  cloudformation: {
    template: `AWSTemplateFormatVersion: "2010-09-09"
Description: Users of this group may set up MFA, and can do nothing else until they have signed in with it
Resources:
  MfaFirst:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Lets people set up their own MFA, and denies everything else to who signed in without it
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iam:ListVirtualMFADevices
            Resource: "*"
          - Effect: Allow
            Action: iam:CreateVirtualMFADevice
            Resource: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:mfa/*"
          - Effect: Allow
            Action: [iam:EnableMFADevice, iam:GetMFADevice, iam:GetUser, iam:ListMFADevices, iam:ResyncMFADevice]
            Resource:
              - !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:user/\${!aws:username}"
              - !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:user/*/\${!aws:username}"
          - Effect: Deny
            NotAction:
              - iam:CreateVirtualMFADevice
              - iam:EnableMFADevice
              - iam:GetMFADevice
              - iam:GetUser
              - iam:ListMFADevices
              - iam:ListVirtualMFADevices
              - iam:ResyncMFADevice
              - iam:ChangePassword
              - sts:GetSessionToken
            Resource: "*"
            Condition:
              BoolIfExists: { "aws:MultiFactorAuthPresent": "false" }
  ConsoleUsers:
    Type: AWS::IAM::Group
    Properties:
      ManagedPolicyArns: [!Ref MfaFirst]
`,
  },
  terraform: {
    code: `data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  iam = "arn:\${data.aws_partition.current.partition}:iam::\${data.aws_caller_identity.current.account_id}"
}

resource "aws_iam_group" "console_users" {
  name = "console-users"
}

resource "aws_iam_group_policy" "mfa_first" {
  name  = "mfa-first"
  group = aws_iam_group.console_users.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:ListVirtualMFADevices"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreateVirtualMFADevice"
        Resource = "\${local.iam}:mfa/*"
      },
      {
        Effect   = "Allow"
        Action   = ["iam:EnableMFADevice", "iam:GetMFADevice", "iam:GetUser", "iam:ListMFADevices", "iam:ResyncMFADevice"]
        Resource = ["\${local.iam}:user/$\${aws:username}", "\${local.iam}:user/*/$\${aws:username}"]
      },
      {
        Effect = "Deny"
        NotAction = [
          "iam:CreateVirtualMFADevice",
          "iam:EnableMFADevice",
          "iam:GetMFADevice",
          "iam:GetUser",
          "iam:ListMFADevices",
          "iam:ListVirtualMFADevices",
          "iam:ResyncMFADevice",
          "iam:ChangePassword",
          "sts:GetSessionToken",
        ]
        Resource  = "*"
        Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
      },
    ]
  })
}
`,
  },
};
