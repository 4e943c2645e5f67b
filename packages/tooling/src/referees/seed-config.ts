import {
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutRetentionConfigurationCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
  type RecordingGroup,
} from '@aws-sdk/client-config-service';
import { account, bucket, type Clients } from './moto-client.ts';

export const recorderName = 'default';
export const recorderRole = `arn:aws:iam::${account}:role/config`;

const groups = {
  everything: { allSupported: true, includeGlobalResourceTypes: true },
  'without-iam': { allSupported: true, includeGlobalResourceTypes: false },
  instances: { allSupported: false, resourceTypes: ['AWS::EC2::Instance'] },
} satisfies Record<string, RecordingGroup>;

/** A recorder that was set up and not started. */
export async function recorder({ config }: Clients, kind: keyof typeof groups): Promise<void> {
  const ConfigurationRecorder = {
    name: recorderName,
    roleARN: recorderRole,
    recordingGroup: groups[kind],
  };
  await config.send(new PutConfigurationRecorderCommand({ ConfigurationRecorder }));
}

/** Lets the recorder record into the bucket. */
export async function record({ config }: Clients): Promise<void> {
  const DeliveryChannel = { name: recorderName, s3BucketName: bucket };
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel }));
  const ConfigurationRecorderName = recorderName;
  await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName }));
}

/** Stops the recorder. */
export async function stopRecorder({ config }: Clients): Promise<void> {
  const ConfigurationRecorderName = recorderName;
  await config.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName }));
}

/** How many days the history is kept. */
export async function retention({ config }: Clients, days: number): Promise<void> {
  await config.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays: days }));
}
