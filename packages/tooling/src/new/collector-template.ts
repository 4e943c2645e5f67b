import type { Generated } from '../gen/generated.ts';

/**
 * A collector, its kind of evidence and its test. Until somebody names its operation it asks the
 * one that needs no permission, so that a scaffold widens no policy.
 */
export function collectorFiles(service: string, thing: string): Generated[] {
  const base = `packages/collectors/src/services/${service}/${thing}`;
  return [
    {
      file: `packages/contracts/src/evidence/${service}/${thing}.ts`,
      text: evidenceText(service, thing),
    },
    { file: `${base}.ts`, text: collectorText(service, thing) },
    { file: `${base}.test.ts`, text: testText(service, thing) },
  ];
}

function evidenceText(service: string, thing: string): string {
  return `import { z } from 'zod';
import { defineEvidence } from '../define-evidence.ts';

/** Name the operation and what it answers; keep only the fields that a check or a page uses. */
export default defineEvidence({
  id: '${service}.${thing}',
  scope: 'account',
  value: z.object({ Account: z.string() }),
  volatile: [],
});
`;
}

function collectorText(service: string, thing: string): string {
  return `import { defineCollector } from '../../define-collector.ts';

export default defineCollector({
  evidence: '${service}.${thing}',
  operations: ['sts:GetCallerIdentity'],
  tier: 'first-steps',
  async collect(ask) {
    return ask('sts:GetCallerIdentity', {});
  },
});
`;
}

function testText(service: string, thing: string): string {
  return `import { expect, it } from 'vitest';
import collector from './${thing}.ts';

it('fills the evidence that bears its name and names its operations', () => {
  const { evidence, operations } = collector;

  expect(evidence).toBe('${service}.${thing}');
  expect(operations).toEqual(['sts:GetCallerIdentity']);
});
`;
}
