import type { Statement } from './policy.ts';

/** Terraform that makes the role `ippo-readonly` with the policy. */
export function policyHcl(statements: readonly Statement[]): string {
  return `# The role that Ippo reads this account with. It can change nothing; GenerateCredentialReport only starts a report.

variable "trusted_principal_arn" {
  description = "ARN of the IAM role or user that Ippo runs as."
  type        = string
}

variable "external_id" {
  description = "A secret of your own making; the AWS profile that assumes the role names it too (external_id)."
  type        = string
}

data "aws_iam_policy_document" "ippo_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = [var.trusted_principal_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

data "aws_iam_policy_document" "ippo_readonly" {
${statements.map(statementHcl).join('\n\n')}
}

resource "aws_iam_role" "ippo_readonly" {
  name                 = "ippo-readonly"
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
  description = "Name it as role_arn in the AWS profile that Ippo runs with (AWS_PROFILE)."
  value       = aws_iam_role.ippo_readonly.arn
}
`;
}

/** One statement as it stands in HCL. */
export function statementHcl({ sid, actions }: Statement): string {
  return [
    '  statement {',
    `    sid       = "${sid}"`,
    '    resources = ["*"]',
    '',
    '    actions = [',
    ...actions.map((action) => `      "${action}",`),
    '    ]',
    '  }',
  ].join('\n');
}
