import type { CheckResult, Remediation } from '@ippo/contracts';
import { expect, test } from 'vitest';
import { cliCases, fillRemedy } from './remedy.ts';

const lines = `# A stopped trail:
aws cloudtrail start-logging --name <trail-arn>
# No trail yet:
aws cloudtrail create-trail --s3-bucket-name <bucket>`;
const trail = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/t';

function casesOf(code: string, mends?: Record<string, readonly number[]>) {
  const remedy = {
    console: { steps: { en: [], ja: [] }, link: '' },
    cli: { lines, actions: [], ...(mends ? { mends } : {}) },
    cloudformation: { none: { en: '', ja: '' } },
    terraform: { none: { en: '', ja: '' } },
  } as unknown as Remediation;
  const reason = { code, params: { trail } };
  const check = {
    findings: [{ outcome: 'fail', unit: 'account', reason }],
  } as unknown as CheckResult;
  return cliCases(fillRemedy(remedy, check, '111122223333'));
}

const mends = { 'trail-stopped': [0], 'no-trail': [1] };

test('only the lines for the case at hand are offered, filled with what is known', () => {
  const { mends: chosen, rest } = casesOf('trail-stopped', mends);

  expect(chosen).toBe(`aws cloudtrail start-logging --name ${trail}`);
  expect(rest.map(({ heading }) => heading)).toEqual(['No trail yet']);
});

test('a reason that names no lines offers none at once, and shows all by their case', () => {
  const { mends: chosen, rest } = casesOf('delivery-error', mends);

  expect(chosen).toBeNull();
  expect(rest).toHaveLength(2);
});

test('lines that tell no cases apart stay whole', () => {
  expect(casesOf('anything').mends).toContain('create-trail');
});
