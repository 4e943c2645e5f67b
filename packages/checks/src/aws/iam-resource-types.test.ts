import { describe, expect, test } from 'vitest';
import { canRecordIamTypes } from './iam-resource-types.ts';

describe('the global IAM types can be recorded', () => {
  test.each([
    ...['af-south-1', 'ap-east-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
    ...['ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ca-central-1'],
    ...['cn-north-1', 'cn-northwest-1', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-west-1'],
    ...['eu-west-2', 'eu-west-3', 'me-south-1', 'sa-east-1', 'us-east-1', 'us-east-2'],
    ...['us-gov-east-1', 'us-gov-west-1', 'us-west-1', 'us-west-2'],
  ])('in %s', (region) => {
    expect(canRecordIamTypes(region)).toBe(true);
  });

  test.each([
    ...['ap-south-2', 'ap-southeast-4', 'ca-west-1', 'eu-south-2', 'eu-central-2'],
    ...['il-central-1', 'me-central-1', 'somewhere-new-1', ''],
  ])('not in %s', (region) => {
    expect(canRecordIamTypes(region)).toBe(false);
  });
});
