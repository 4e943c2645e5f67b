import type { Remediation } from '@ippo/contracts';

type Templates = Pick<Remediation, 'cloudformation' | 'terraform'>;

/** One region's recorder: every type, each change; the IAM types where this is the region that keeps them. */
export function recorderTemplates({ iamTypes }: { iamTypes: boolean }): Templates {
  return {
    cloudformation: {
      template: `AWSTemplateFormatVersion: "2010-09-09"
Description: The AWS Config recorder of one Region
Parameters:
  RecorderName:
    Type: String
    Default: default
    Description: The recorder that exists; AWS refuses a second one under another name
  RoleArn:
    Type: String
    Description: The role that the recorder uses today
  IamTypes:
    Type: String
    Default: "${iamTypes}"
    AllowedValues: ["true", "false"]
    Description: True in the one Region that records the IAM types
Resources:
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties:
      Name: !Ref RecorderName
      RoleARN: !Ref RoleArn
      RecordingGroup:
        AllSupported: true
        IncludeGlobalResourceTypes: !Ref IamTypes
      RecordingMode:
        RecordingFrequency: CONTINUOUS
`,
    },
    terraform: {
      code: `# An existing recorder first: terraform import aws_config_configuration_recorder.this <recorder>
# terraform plan then shows what applying would change.
variable "role_arn" { type = string }
variable "recorder" {
  type    = string
  default = "default"
}

# True in the one Region that records the IAM types
variable "iam_types" {
  type    = bool
  default = ${iamTypes}
}

resource "aws_config_configuration_recorder" "this" {
  name     = var.recorder
  role_arn = var.role_arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = var.iam_types
  }
  recording_mode {
    recording_frequency = "CONTINUOUS"
  }
}
`,
    },
  };
}

/** CLI lines that show a recorder and put it anew, with every type and each change. */
export function recorderCli(iamTypes: 'true' | '<true-or-false>') {
  const note =
    iamTypes === 'true' ? '' : '\n# The IAM types are true in the one Region that records them:';
  return {
    lines: `# Note the recorder's name, role and types; putting it replaces all of its settings, here with every type:
aws configservice describe-configuration-recorders --region <region>${note}
aws configservice put-configuration-recorder --region <region> --configuration-recorder name=<recorder>,roleARN=<role-arn>,recordingMode={recordingFrequency=CONTINUOUS} --recording-group allSupported=true,includeGlobalResourceTypes=${iamTypes},recordingStrategy={useOnly=ALL_SUPPORTED_RESOURCE_TYPES}`,
    actions: [
      'config:DescribeConfigurationRecorders',
      'config:PutConfigurationRecorder',
      'iam:PassRole',
    ],
  };
}
