import type { Remediation } from '@ippo/contracts';

/** The policy that lets CloudTrail deliver to a bucket; a bucket has one policy, so it is added to or replaced whole. */
export const trailBucketPolicyTemplate: Pick<Remediation, 'cloudformation' | 'terraform'> = {
  cloudformation: {
    template: `AWSTemplateFormatVersion: "2010-09-09"
Description: The bucket policy that CloudTrail needs to deliver, for a bucket without one (where one exists CloudFormation refuses; add the statements to it with the CLI)
Parameters:
  BucketName:
    Type: String
  TrailArn:
    Type: String
  KeyPrefix:
    Type: String
    Default: ""
    Description: The trail's prefix with a slash after it, if it has one
Resources:
  TrailBucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref BucketName
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: cloudtrail.amazonaws.com }
            Action: s3:GetBucketAcl
            Resource: !Sub "arn:\${AWS::Partition}:s3:::\${BucketName}"
            Condition:
              StringEquals: { "aws:SourceArn": !Ref TrailArn }
          - Effect: Allow
            Principal: { Service: cloudtrail.amazonaws.com }
            Action: s3:PutObject
            Resource: !Sub "arn:\${AWS::Partition}:s3:::\${BucketName}/\${KeyPrefix}AWSLogs/\${AWS::AccountId}/*"
            Condition:
              StringEquals:
                "s3:x-amz-acl": bucket-owner-full-control
                "aws:SourceArn": !Ref TrailArn
`,
  },
  terraform: {
    code: `# A policy that exists is replaced whole: terraform import aws_s3_bucket_policy.trail <bucket>, and keep its other
# statements here; terraform plan shows what applying would take away.
variable "bucket" { type = string }
variable "trail_arn" { type = string }
variable "account_id" { type = string }

# The trail's prefix with a slash after it, if it has one
variable "key_prefix" {
  type    = string
  default = ""
}

data "aws_partition" "current" {}

resource "aws_s3_bucket_policy" "trail" {
  bucket = var.bucket
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:GetBucketAcl"
        Resource  = "arn:\${data.aws_partition.current.partition}:s3:::\${var.bucket}"
        Condition = { StringEquals = { "aws:SourceArn" = var.trail_arn } }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "cloudtrail.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "arn:\${data.aws_partition.current.partition}:s3:::\${var.bucket}/\${var.key_prefix}AWSLogs/\${var.account_id}/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl"  = "bucket-owner-full-control"
            "aws:SourceArn" = var.trail_arn
          }
        }
      },
    ]
  })
}
`,
  },
};
