import { ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { account, bucket, clientsOf, home } from './moto-client.ts';
import { topicArn } from './seed-account.ts';
import { trailName } from './seed-cloudtrail.ts';
import { recorderName, recorderRole } from './seed-config.ts';

/** What a reader fills into the marks of the AWS CLI lines, as the emulated account has it. */
export async function fixValues(url: string): Promise<Readonly<Record<string, string>>> {
  const { guardduty } = clientsOf(url, home);
  const { DetectorIds } = await guardduty.send(new ListDetectorsCommand({}));
  const [detector] = DetectorIds ?? [];
  return {
    'account-id': account,
    'account-name': 'workloads',
    bucket,
    days: '365',
    email: 'security@example.com',
    'home-region': home,
    partition: 'aws',
    plan: 'S3_DATA_EVENTS',
    recorder: recorderName,
    region: home,
    'role-arn': recorderRole,
    'rule-arn': `arn:aws:events:${home}:${account}:rule/guardduty-findings`,
    'topic-arn': topicArn(home),
    'trail-arn': `arn:aws:cloudtrail:${home}:${account}:trail/${trailName}`,
    'true-or-false': 'false',
    'unused-email-address': 'workloads@example.com',
    ...(detector === undefined ? {} : { 'detector-id': detector }),
  };
}
