import { statementHcl } from './policy-terraform.ts';
import type { Statement } from './policy.ts';
import type { RoleToMake } from './role-template.ts';

/** Terraform that makes the role of a connection; every variable has its value as default. */
export function roleHcl(role: RoleToMake, statements: readonly Statement[]): string {
  return `# The role that Ippo reads this account with. It can change nothing; GenerateCredentialReport only starts a report.

variable "role_name" {
  type    = string
  default = "${role.roleName}"
}

variable "external_id" {
  description = "Made by Ippo for this connection alone; the role opens to nobody who does not name it."
  type        = string
  default     = "${role.externalId}"
}

variable "trusted_account" {
  description = "The AWS account that Ippo runs in."
  type        = string
  default     = "${role.trustedAccount}"
}

variable "trusted_principals" {
  description = "The identity of that account that Ippo runs as; a role is named with and without a path."
  type        = list(string)
  default     = [${role.trustedPrincipals.map((arn) => `"${arn}"`).join(', ')}]
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "ippo_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:\${data.aws_partition.current.partition}:iam::\${var.trusted_account}:root"]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:PrincipalArn"
      values   = var.trusted_principals
    }
  }
}

data "aws_iam_policy_document" "ippo_readonly" {
${statements.map(statementHcl).join('\n\n')}
}

resource "aws_iam_role" "ippo_readonly" {
  name                 = var.role_name
  description          = "Read-only access for Ippo"
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.ippo_trust.json
}

resource "aws_iam_role_policy" "ippo_readonly" {
  name   = "ippo-readonly"
  role   = aws_iam_role.ippo_readonly.id
  policy = data.aws_iam_policy_document.ippo_readonly.json
}

output "role_arn" {
  description = "Name it in Ippo to finish the connection."
  value       = aws_iam_role.ippo_readonly.arn
}
`;
}
