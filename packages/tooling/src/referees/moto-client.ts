import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';

/** Where the emulated account's trail and its organization live. */
export const home = 'us-east-1';
export const account = '123456789012';
export const bucket = 'ippo-referee-logs';
export const credentials = { accessKeyId: 'referee', secretAccessKey: 'referee' };

/** Clients that write: they are the referee's own and share nothing with the product's. */
export type Clients = ReturnType<typeof clientsOf>;

/** Clients of one region of the emulator. */
export function clientsOf(endpoint: string, region: string) {
  const options = { endpoint, region, credentials };
  return {
    cloudtrail: new CloudTrailClient(options),
    config: new ConfigServiceClient(options),
    events: new EventBridgeClient(options),
    guardduty: new GuardDutyClient(options),
    iam: new IAMClient(options),
    organizations: new OrganizationsClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
  };
}
