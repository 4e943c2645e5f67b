import {
  CreateTrailCommand,
  StartLoggingCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateBucketCommand, PutBucketAclCommand } from '@aws-sdk/client-s3';
import { bucket, type Clients } from './moto-client.ts';

export const trailName = 'account-trail';

/** The bucket for the logs; `public-read` opens its ACL to everyone. */
export async function logBucket({ s3 }: Clients, acl: 'private' | 'public-read'): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(new PutBucketAclCommand({ Bucket: bucket, ACL: acl }));
}

/** A trail that logs, for every region and validated or for its own and not. */
export async function trail({ cloudtrail }: Clients, kind: 'whole' | 'single'): Promise<void> {
  await cloudtrail.send(
    new CreateTrailCommand({
      Name: trailName,
      S3BucketName: bucket,
      IsMultiRegionTrail: kind === 'whole',
      EnableLogFileValidation: kind === 'whole',
    }),
  );
  await cloudtrail.send(new StartLoggingCommand({ Name: trailName }));
}

/** A multi-region trail without validation that somebody stopped. */
export async function stoppedTrail({ cloudtrail }: Clients): Promise<void> {
  await cloudtrail.send(
    new CreateTrailCommand({ Name: trailName, S3BucketName: bucket, IsMultiRegionTrail: true }),
  );
  await cloudtrail.send(new StartLoggingCommand({ Name: trailName }));
  await cloudtrail.send(new StopLoggingCommand({ Name: trailName }));
}
