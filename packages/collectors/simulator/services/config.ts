import type { Asked, SimulatedService } from '../define-service.ts';
import { awsJson } from '../protocols/json.ts';

function recordersIn({ world, region }: Asked) {
  return (world.recorders[region] ?? []).map((recorder) => ({
    ...recorder,
    arn: `arn:aws:config:${region}:${world.account}:configuration-recorder/${recorder.name}`,
  }));
}

/** Asked without arguments, the describe calls leave service-linked recorders out (Config API). */
function ownRecordersIn(asked: Asked) {
  return recordersIn(asked).filter((recorder) => recorder.servicePrincipal === undefined);
}

export const config: SimulatedService = {
  service: 'config',
  protocol: awsJson,
  codes: {
    denied: 'AccessDeniedException',
    deniedStatus: 400,
    throttled: 'ThrottlingException',
    throttledStatus: 400,
  },
  answers: {
    DescribeConfigurationRecorders: (asked) => ({
      ConfigurationRecorders: ownRecordersIn(asked).map(({ arn, name, group, mode }) => ({
        arn,
        name,
        roleARN: `arn:aws:iam::${asked.world.account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
        recordingGroup: group,
        recordingMode: mode,
        recordingScope: 'PAID',
      })),
    }),
    DescribeConfigurationRecorderStatus: (asked) => ({
      ConfigurationRecordersStatus: ownRecordersIn(asked).map((recorder) => ({
        arn: recorder.arn,
        name: recorder.name,
        recording: recorder.recording,
        lastStatus: recorder.lastStatus,
        lastStartTime: recorder.lastStartTime,
        lastStopTime: recorder.lastStopTime,
        lastErrorCode: recorder.lastErrorCode,
        lastErrorMessage: recorder.lastErrorMessage,
      })),
    }),
    DescribeDeliveryChannels: ({ world, region }) => ({
      DeliveryChannels: (world.more.channels[region] ?? []).map(({ name, bucket }) => ({
        name,
        s3BucketName: bucket,
      })),
    }),
    DescribeDeliveryChannelStatus: ({ world, region }) => ({
      DeliveryChannelsStatus: (world.more.channels[region] ?? []).map((channel) => ({
        name: channel.name,
        configHistoryDeliveryInfo: channel.history,
        configSnapshotDeliveryInfo: channel.snapshot,
        configStreamDeliveryInfo: channel.stream,
      })),
    }),
    DescribeRetentionConfigurations({ world, region }) {
      const days = world.more.retention[region];
      const configured = { Name: 'default', RetentionPeriodInDays: days };
      return { RetentionConfigurations: days === undefined ? [] : [configured] };
    },
    ListConfigurationRecorders: (asked) => ({
      ConfigurationRecorderSummaries: recordersIn(asked).map(({ arn, name, servicePrincipal }) => ({
        arn,
        name,
        servicePrincipal,
        recordingScope: servicePrincipal ? 'INTERNAL' : 'PAID',
      })),
    }),
  },
};
