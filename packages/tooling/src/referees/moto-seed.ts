import {
  CloudTrailClient,
  CreateTrailCommand,
  StartLoggingCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  ConfigServiceClient,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import {
  CreateDetectorCommand,
  GuardDutyClient,
  UpdateDetectorCommand,
} from '@aws-sdk/client-guardduty';
import { CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';

/**
 * States of the emulated account: everything on; nothing ever set up; everything set up and then
 * switched off, in one region only where a service is regional.
 */
export const states = ['everything-on', 'empty', 'switched-off'] as const;
export type State = (typeof states)[number];

const home = 'us-east-1';
const bucket = 'ippo-referee-logs';

/** Brings a freshly reset emulator into a state. These are writes: they have clients of their own. */
export async function seed(state: State, endpoint: string, regions: readonly string[]) {
  const options = {
    endpoint,
    credentials: { accessKeyId: 'referee', secretAccessKey: 'referee' },
    forcePathStyle: true,
  };
  const iam = new IAMClient({ ...options, region: home });
  await iam.send(new CreateUserCommand({ UserName: 'ci' }));
  if (state === 'empty') return;
  const s3 = new S3Client({ ...options, region: home });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  if (state === 'everything-on') await organization(options);
  await trail(options, state);
  for (const region of regions) {
    const off = state === 'switched-off' && region === home;
    await recorder({ ...options, region }, off);
    await detector({ ...options, region }, off);
  }
}

type Options = {
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};
type Regional = Options & { region: string };

async function organization(options: Options): Promise<void> {
  const client = new OrganizationsClient({ ...options, region: home });
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  await client.send(
    new CreateAccountCommand({ AccountName: 'workloads', Email: 'workloads@example.com' }),
  );
}

async function trail(options: Options, state: State): Promise<void> {
  const client = new CloudTrailClient({ ...options, region: home });
  const Name = 'account-trail';
  await client.send(
    new CreateTrailCommand({ Name, S3BucketName: bucket, IsMultiRegionTrail: true }),
  );
  await client.send(new StartLoggingCommand({ Name }));
  if (state === 'switched-off') await client.send(new StopLoggingCommand({ Name }));
}

async function recorder(options: Regional, off: boolean): Promise<void> {
  const client = new ConfigServiceClient(options);
  const name = 'default';
  await client.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        name,
        roleARN: 'arn:aws:iam::123456789012:role/config',
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
    }),
  );
  await client.send(
    new PutDeliveryChannelCommand({ DeliveryChannel: { name, s3BucketName: bucket } }),
  );
  await client.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: name }));
  if (off)
    await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: name }));
}

async function detector(options: Regional, off: boolean): Promise<void> {
  const client = new GuardDutyClient(options);
  const { DetectorId } = await client.send(new CreateDetectorCommand({ Enable: true }));
  if (off) await client.send(new UpdateDetectorCommand({ DetectorId, Enable: false }));
}
