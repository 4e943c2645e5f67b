import type { Remediation } from '@ippo/contracts';

/** A topic with one e-mail address, and the rule that hands it GuardDuty's findings of severity 7 or more. */
export const findingNotificationTemplate: Pick<Remediation, 'cloudformation' | 'terraform'> = {
  cloudformation: {
    template: `AWSTemplateFormatVersion: "2010-09-09"
Description: E-mail for serious GuardDuty findings of one Region (deploy in each, for instance as a stack set)
Parameters:
  Email:
    Type: String
    Description: Who is told; the address must confirm once
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      Subscription:
        - Protocol: email
          Endpoint: !Ref Email
  TopicPolicy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: events.amazonaws.com }
            Action: sns:Publish
            Resource: !Ref Topic
            Condition:
              ArnEquals: { "aws:SourceArn": !GetAtt Rule.Arn }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Description: GuardDuty findings of severity 7 or more
      State: ENABLED
      EventPattern:
        source: [aws.guardduty]
        detail-type: [GuardDuty Finding]
        detail: { severity: [{ numeric: [">=", 7] }] }
      Targets:
        - Id: topic
          Arn: !Ref Topic
`,
  },
  terraform: {
    code: `variable "email" { type = string }

resource "aws_sns_topic" "findings" {
  name = "guardduty-findings"
}

resource "aws_sns_topic_subscription" "email" {
  topic_arn = aws_sns_topic.findings.arn
  protocol  = "email"
  endpoint  = var.email
}

resource "aws_cloudwatch_event_rule" "findings" {
  name = "guardduty-findings"
  event_pattern = jsonencode({
    source        = ["aws.guardduty"]
    "detail-type" = ["GuardDuty Finding"]
    detail        = { severity = [{ numeric = [">=", 7] }] }
  })
}

resource "aws_sns_topic_policy" "findings" {
  arn = aws_sns_topic.findings.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.findings.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.findings.arn } }
    }]
  })
}

resource "aws_cloudwatch_event_target" "topic" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_sns_topic.findings.arn
}
`,
  },
};
