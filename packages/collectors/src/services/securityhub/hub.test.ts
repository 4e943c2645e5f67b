import { expect, it } from 'vitest';
import { id, ofType, read, readValues } from '../../read.test-support.ts';

const product = `arn:aws:securityhub:us-east-1:${id}:product-subscription/aws/guardduty`;
const world = { more: { hubs: { 'us-east-1': [product] } } };

it('reads the hub and its products where it is enabled, and null where AWS says that it is not', async () => {
  const evidence = await read({ world });

  const values = ofType(evidence, 'securityhub.hub').map((one) => one.readable && one.value);
  const products = ofType(evidence, 'securityhub.enabled-products');
  expect(values).toEqual([null, { HubArn: `arn:aws:securityhub:us-east-1:${id}:hub/default` }]);
  expect(products).toMatchObject([{ region: 'us-east-1', value: [product] }]);
});

it.each([
  ['securityhub.hub', 'securityhub:DescribeHub'],
  ['securityhub.enabled-products', 'securityhub:ListEnabledProductsForImport'],
] as const)('%s is denied or malformed, never absent', async (type, operation) => {
  const denied = [{ operation, act: 'deny' as const }];
  const spoiled = [{ operation, act: 'answer' as const, output: {} }];

  expect((await readValues(type, { world, faults: denied })).at(-1)).toBe('denied');
  expect((await readValues(type, { world, faults: spoiled })).at(-1)).toBe('malformed');
});
