import type { EventFields } from './event-patterns.ts';

type Place = { account: string; partition: string; region: string };

/** The fields that any filter may narrow: whoever narrows them still hears of some findings. */
function open(...fields: readonly string[]): EventFields {
  return Object.fromEntries(fields.map((field) => [field, null]));
}

/** GuardDuty's event of a new finding (GuardDuty User Guide, *Processing findings with EventBridge*). */
export function guardDutyFinding({ account, partition, region }: Place): EventFields {
  return {
    ...open('version', 'id', 'time'),
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Finding',
    account,
    region,
    detail: {
      ...open('id', 'arn', 'type', 'severity', 'resource', 'service', 'title', 'description'),
      ...open('createdAt', 'updatedAt', 'schemaVersion'),
      accountId: account,
      partition,
      region,
    },
  };
}

/** A GuardDuty finding as Security Hub passes it on (Security Hub User Guide, *EventBridge event types*). */
export function importedFinding({ account, partition, region }: Place): EventFields {
  return {
    ...open('version', 'id', 'time'),
    source: 'aws.securityhub',
    'detail-type': 'Security Hub Findings - Imported',
    account,
    region,
    detail: {
      findings: {
        ...open('Severity', 'Workflow', 'RecordState', 'Types', 'Title', 'Id', 'Resources'),
        AwsAccountId: account,
        ProductArn: `arn:${partition}:securityhub:${region}::product/aws/guardduty`,
        ProductName: 'GuardDuty',
        Region: region,
      },
    },
  };
}
