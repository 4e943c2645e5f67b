import { readFileSync } from 'node:fs';
import { evidenceIds } from '@ippo/contracts';
import { expect, it } from 'vitest';
import { actionOf, needsPermission } from './iam-actions.ts';
import { actionsOf, operations } from './operations.ts';
import { policyFormats, renderPolicy } from './policy.ts';

function allowed(): string[] {
  const policy: { Statement: { Action: string[] }[] } = JSON.parse(renderPolicy('json'));
  return policy.Statement.flatMap(({ Action }) => Action);
}

it('is what lies beside the package', () => {
  const file = readFileSync(new URL('../IAM-POLICY.json', import.meta.url), 'utf8');

  expect(file).toBe(renderPolicy('json'));
});

it('allows exactly what the collectors declare, and starts reports but changes nothing', () => {
  const needed = operations.filter(needsPermission).map(actionOf).toSorted();

  expect(allowed()).toEqual(needed);
  const reads = /:(Describe|Get|List)/;
  expect(allowed().filter((action) => !reads.test(action))).toEqual([
    'iam:GenerateCredentialReport',
  ]);
});

it.each(policyFormats)('names every action in %s', (format) => {
  const text = renderPolicy(format);

  for (const action of allowed()) expect(text).toContain(action);
});

it('knows the actions of each kind of evidence; the identity needs none', () => {
  expect(actionsOf('sts.caller-identity')).toEqual([]);
  expect(actionsOf('organizations.units')).toEqual([
    'organizations:ListOrganizationalUnitsForParent',
    'organizations:ListRoots',
  ]);
  expect(new Set(evidenceIds.flatMap(actionsOf))).toEqual(new Set(allowed()));
});
