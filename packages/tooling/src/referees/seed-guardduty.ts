import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateDetectorCommand,
  ListDetectorsCommand,
  UpdateDetectorCommand,
  type DetectorFeature,
} from '@aws-sdk/client-guardduty';
import type { Clients } from './moto-client.ts';
import { topicArn } from './seed-account.ts';

const plans = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
] satisfies DetectorFeature[];

/** A detector with every protection plan on, or with one plan that is off and no other offered. */
export async function detector({ guardduty }: Clients, kind: 'whole' | 'plan-off'): Promise<void> {
  const Features =
    kind === 'whole'
      ? plans.map((Name) => ({ Name, Status: 'ENABLED' as const }))
      : [{ Name: plans[0], Status: 'DISABLED' as const }];
  await guardduty.send(new CreateDetectorCommand({ Enable: true, Features }));
}

/** Suspends the region's detectors. */
export async function suspendDetectors({ guardduty }: Clients): Promise<void> {
  const { DetectorIds } = await guardduty.send(new ListDetectorsCommand({}));
  for (const DetectorId of DetectorIds ?? [])
    await guardduty.send(new UpdateDetectorCommand({ DetectorId, Enable: false }));
}

/** A rule for findings, with or without anybody at its end. */
export async function findingRule({ events }: Clients, region: string, heard: boolean) {
  const Rule = 'findings';
  const EventPattern = JSON.stringify({ source: ['aws.guardduty'] });
  await events.send(new PutRuleCommand({ Name: Rule, EventPattern }));
  const Targets = [{ Id: 'topic', Arn: topicArn(region) }];
  if (heard) await events.send(new PutTargetsCommand({ Rule, Targets }));
}
