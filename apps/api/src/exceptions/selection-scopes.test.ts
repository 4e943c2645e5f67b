import { inScope } from '@ippo/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scopesOfSelection } from './selection-scopes.ts';

const finding = fc.record({
  account: fc.constantFrom('111122223333', '444455556666'),
  check: fc.constantFrom('a', 'b'),
  region: fc.constantFrom('global', 'us-east-1', 'eu-west-1'),
  resource: fc.constantFrom('', 'arn:one', 'arn:two'),
});

test('a selection in many Regions of one check and resource is one exception', () => {
  const one = { account: '111122223333', check: 'gd-enabled', resource: '' };
  const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];

  const scopes = scopesOfSelection(regions.map((region) => ({ ...one, region })));

  expect(scopes).toEqual([
    {
      ...{ account: '111122223333', check: 'gd-enabled', resource: null },
      regions: ['ap-south-1', 'eu-west-1', 'us-east-1'],
    },
  ]);
});

test('whatever is selected is covered, and of another Region, check or account nothing is', () => {
  fc.assert(
    fc.property(fc.array(finding, { minLength: 1, maxLength: 12 }), finding, (selected, other) => {
      const scopes = scopesOfSelection(selected);
      const covers = scopes.some((scope) => inScope(scope, other));
      const there = selected.filter(
        ({ account, check, region }) =>
          account === other.account && check === other.check && region === other.region,
      );

      for (const one of selected) expect(scopes.some((scope) => inScope(scope, one))).toBe(true);
      expect(covers).toBe(
        there.some(({ resource }) => resource === '' || resource === other.resource),
      );
    }),
  );
});
