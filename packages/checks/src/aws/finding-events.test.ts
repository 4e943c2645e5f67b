import { describe, expect, test } from 'vitest';
import { admits } from './event-patterns.ts';
import { guardDutyFinding, importedFinding } from './finding-events.ts';

const place = { account: '111122223333', partition: 'aws', region: 'ap-northeast-1' };
const some = [{ exists: true }];

describe('whoever narrows a field that findings have still hears of some', () => {
  test.each(['version', 'id', 'time', 'source', 'detail-type', 'account', 'region'])(
    'both events have %s',
    (field) => {
      const pattern = JSON.stringify({ [field]: some });

      expect(admits(pattern, guardDutyFinding(place))).toBe(true);
      expect(admits(pattern, importedFinding(place, pattern))).toBe(true);
    },
  );

  test.each([
    ...['id', 'arn', 'type', 'severity', 'resource', 'service', 'title', 'description'],
    ...['createdAt', 'updatedAt', 'schemaVersion', 'accountId', 'partition', 'region'],
  ])('a finding of GuardDuty has %s', (field) => {
    const pattern = JSON.stringify({ detail: { [field]: some } });

    expect(admits(pattern, guardDutyFinding(place))).toBe(true);
  });

  test.each([
    ...['Severity', 'Workflow', 'RecordState', 'Resources', 'CreatedAt', 'UpdatedAt'],
    ...['AwsAccountId', 'ProductArn', 'ProductName', 'Region', 'SchemaVersion'],
  ])('a finding in Security Hub has %s', (field) => {
    const pattern = JSON.stringify({ detail: { findings: { [field]: some } } });

    expect(admits(pattern, importedFinding(place, pattern))).toBe(true);
  });

  test.each(['Types', 'Title', 'Id', 'Description', 'GeneratorId'])(
    'whether GuardDuty’s findings have a %s that is asked for is told only where GuardDuty is named',
    (field) => {
      const anybody = JSON.stringify({ detail: { findings: { [field]: some } } });
      const named = JSON.stringify({
        detail: { findings: { [field]: some, ProductName: ['GuardDuty'] } },
      });

      expect(admits(anybody, importedFinding(place, anybody))).toBeNull();
      expect(admits(named, importedFinding(place, named))).toBe(true);
    },
  );

  test('what a finding has not cannot be told', () => {
    const pattern = JSON.stringify({ detail: { eventName: some, findings: { Compliance: some } } });

    expect(admits(pattern, guardDutyFinding(place))).toBeNull();
    expect(admits(pattern, importedFinding(place, pattern))).toBeNull();
  });
});
