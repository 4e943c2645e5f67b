import type { Remediation } from '@ippo/contracts';

/** A private bucket that AWS Config may write to, and the channel that leads there. */
export const configBucketTemplate: Pick<Remediation, 'cloudformation' | 'terraform'> = {
  cloudformation: {
    template: `AWSTemplateFormatVersion: "2010-09-09"
Description: A private bucket for AWS Config and the delivery channel of one Region
Parameters:
  ChannelName:
    Type: String
    Default: default
    Description: The channel that exists, if any; AWS refuses a second one under another name
Resources:
  ConfigBucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
  ConfigBucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref ConfigBucket
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: config.amazonaws.com }
            Action: [s3:GetBucketAcl, s3:ListBucket]
            Resource: !GetAtt ConfigBucket.Arn
            Condition:
              StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" }
          - Effect: Allow
            Principal: { Service: config.amazonaws.com }
            Action: s3:PutObject
            Resource: !Sub "\${ConfigBucket.Arn}/AWSLogs/\${AWS::AccountId}/Config/*"
            Condition:
              StringEquals:
                "s3:x-amz-acl": bucket-owner-full-control
                "aws:SourceAccount": !Ref "AWS::AccountId"
  Channel:
    Type: AWS::Config::DeliveryChannel
    DependsOn: ConfigBucketPolicy
    Properties:
      Name: !Ref ChannelName
      S3BucketName: !Ref ConfigBucket
`,
  },
  terraform: {
    code: `# An existing channel first: terraform import aws_config_delivery_channel.this <channel>
# terraform plan then shows what applying would change.
variable "channel" {
  type    = string
  default = "default"
}

data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "config" {
  bucket_prefix = "aws-config-history-"
}

resource "aws_s3_bucket_public_access_block" "config" {
  bucket                  = aws_s3_bucket.config.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_policy" "config" {
  bucket = aws_s3_bucket.config.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "config.amazonaws.com" }
        Action    = ["s3:GetBucketAcl", "s3:ListBucket"]
        Resource  = aws_s3_bucket.config.arn
        Condition = {
          StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
        }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "config.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "\${aws_s3_bucket.config.arn}/AWSLogs/\${data.aws_caller_identity.current.account_id}/Config/*"
        Condition = {
          StringEquals = {
            "s3:x-amz-acl"      = "bucket-owner-full-control"
            "aws:SourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
}

resource "aws_config_delivery_channel" "this" {
  name           = var.channel
  s3_bucket_name = aws_s3_bucket.config.id
  depends_on     = [aws_s3_bucket_policy.config]
}
`,
  },
};
