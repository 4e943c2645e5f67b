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

/**
 * A GuardDuty finding as Security Hub passes it on (Security Hub User Guide, *EventBridge event types*, *Required
 * top-level ASFF attributes*). What it says is known only to a pattern that names GuardDuty: another one may ask
 * for a title or type that no finding of GuardDuty has, such as a control's.
 */
export function importedFinding(
  { account, partition, region }: Place,
  pattern: string,
): EventFields {
  const named = /guardduty/i.test(pattern);
  return {
    ...open('version', 'id', 'time'),
    source: 'aws.securityhub',
    'detail-type': 'Security Hub Findings - Imported',
    account,
    region,
    detail: {
      findings: {
        ...open('Severity', 'Workflow', 'RecordState', 'Resources'),
        ...open('CreatedAt', 'UpdatedAt', 'SchemaVersion'),
        ...(named ? open('Types', 'Title', 'Id', 'Description', 'GeneratorId') : {}),
        AwsAccountId: account,
        ProductArn: `arn:${partition}:securityhub:${region}::product/aws/guardduty`,
        ProductName: 'GuardDuty',
        Region: region,
      },
    },
  };
}

/**
 * A finding as the new Security Hub sends it (Security Hub User Guide, *EventBridge event formats*, `Findings
 * Imported V2`). What it says stands in OCSF and is not known here.
 */
export function newHubFinding({ account, region }: Place): EventFields {
  return {
    ...open('version', 'id', 'time'),
    source: 'aws.securityhub',
    'detail-type': 'Findings Imported V2',
    account,
    region,
    detail: { findings: {} },
  };
}
